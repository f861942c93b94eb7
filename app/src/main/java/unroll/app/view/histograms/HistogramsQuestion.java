package unroll.app.view.histograms;

import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for the numbers of one matrix or bias and for their gradient.
 *
 * @param part what it is called; the first recurrent matrix where the network has none of that name
 * @param sequences the gradient is that of the mean loss of so many test sequences
 */
record HistogramsQuestion(String part, int sequences) implements Probe<Histograms> {
    @Override
    public Histograms answer(Replica replica) {
        Slot shown = replica.parts().stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .or(() -> replica.parts().stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .orElse(replica.parts().getFirst());
        return new Histograms(
                replica.update(),
                this,
                replica.parts(),
                shown.name(),
                Histograms.Sample.of(replica.numbers(shown)),
                Histograms.Sample.of(replica.gradient(shown, sequences)));
    }
}
