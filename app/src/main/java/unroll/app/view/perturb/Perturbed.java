package unroll.app.view.perturb;

import java.util.List;
import unroll.app.view.LiveAnswer;
import unroll.engine.perturb.Subject;

/**
 * What becomes of a network that is disturbed.
 *
 * @param update whose network it is
 * @param subject what there is to perturb
 * @param refusals for each perturbation why it cannot be done to this network, empty if it can
 * @param fork both runs and how far apart they are
 */
public record Perturbed(long update, Subject subject, List<String> refusals, ForkData fork) implements LiveAnswer {
    /** Of no network. */
    public static final Perturbed NONE = new Perturbed(0, Subject.NONE, List.of(), ForkData.EMPTY);

    public Perturbed {
        refusals = List.copyOf(refusals);
    }
}
