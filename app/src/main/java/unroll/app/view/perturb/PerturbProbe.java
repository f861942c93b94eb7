package unroll.app.view.perturb;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.engine.perturb.Growth;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Response;
import unroll.engine.perturb.ResponseWords;
import unroll.engine.perturb.Subject;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for the network's run over a test sequence, undisturbed and disturbed; what cannot be done to the network is left out.
 *
 * @param sequence number of the test sequence, from 0
 * @param freeRunFrom the first step, from 1, at which the network receives its own predictions; none for the truth throughout
 * @param perturbations what is done
 * @param shown the line that is wanted
 * @param naming what it is called
 */
record PerturbProbe(int sequence, OptionalInt freeRunFrom, List<Perturbation> perturbations, Shown shown, Naming naming)
        implements Probe<Perturbed> {
    @Override
    public Perturbed answer(Replica replica) {
        Subject subject = replica.subject();
        List<Perturbation> done = Perturbation.allowed(perturbations, subject);
        Response response = replica.respond(sequence, freeRunFrom, done);
        List<String> refusals = perturbations.stream()
                .map(perturbation -> perturbation.refusal(subject).orElse(""))
                .toList();
        return new Perturbed(replica.update(), subject, refusals, fork(response, done));
    }

    private ForkData fork(Response response, List<Perturbation> done) {
        int line = shown.line(response);
        return new ForkData(
                shown.output() ? naming.output(line) : "unit " + (line + 1),
                column(shown.undisturbed(response), line),
                column(shown.disturbed(response), line),
                response.states(),
                response.outputs(),
                done.stream()
                        .map(Perturbation::steps)
                        .filter(steps -> steps.from() >= 0 && steps.from() < steps(response))
                        .map(steps -> new ForkData.Span(steps.from(), Math.min(steps.to(), steps(response))))
                        .toList(),
                response.growth() instanceof Growth.Rate rate
                        ? Optional.of(new ForkData.Span(rate.from(), rate.to() + 1))
                        : Optional.empty(),
                done.isEmpty() ? "" : ResponseWords.of(response));
    }

    private static int steps(Response response) {
        return response.states().length;
    }

    private static double[] column(double[][] rows, int column) {
        double[] numbers = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            numbers[t] = rows[t][column];
        }
        return numbers;
    }
}
