package unroll.engine.probe;

import java.util.List;
import java.util.Optional;
import unroll.engine.anatomy.Shares;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.perturb.Perturbation;

/**
 * What each use of a weight at a time step of a test sequence contributes to its gradient.
 *
 * @param sequence number of the test sequence, from 0
 * @param perturbations what is done to the network; what cannot be done is left out
 * @param part the matrix or bias; the first recurrent matrix where the network has none of that name
 * @param row the unit that receives, from 0; the last where there are fewer
 * @param column the unit that sends, from 0; the last where there are fewer
 */
public record SharesProbe(int sequence, List<Perturbation> perturbations, String part, int row, int column)
        implements Probe<SharesProbe.Answer> {
    /**
     * The shares, and what else could be asked for.
     *
     * @param slots the matrices and biases of which there are shares
     * @param shares empty where there are none of any
     */
    public record Answer(List<Slot> slots, Optional<Shares> shares) {
        public Answer {
            slots = List.copyOf(slots);
        }
    }

    public SharesProbe {
        perturbations = List.copyOf(perturbations);
    }

    @Override
    public Answer answer(Replica replica) {
        return replica.sweep(sequence, perturbations, (net, wires) -> {
            List<Slot> slots = Shares.slots(wires);
            return new Answer(
                    slots,
                    chosen(slots)
                            .map(slot -> Shares.of(
                                    net,
                                    wires,
                                    slot,
                                    Math.clamp(row, 0, slot.rows() - 1),
                                    Math.clamp(column, 0, slot.columns() - 1))));
        });
    }

    private Optional<Slot> chosen(List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .or(() -> slots.stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .or(() -> slots.stream().findFirst());
    }
}
