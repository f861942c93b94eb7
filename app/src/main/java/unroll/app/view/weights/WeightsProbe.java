package unroll.app.view.weights;

import java.util.List;
import unroll.app.control.Matrix;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.run.Probe;
import unroll.engine.run.Replica;

/**
 * Asks for one matrix of the network.
 *
 * @param part what it is called; the first recurrent matrix where the network has none of that name
 */
public record WeightsProbe(String part) implements Probe<Weights> {
    @Override
    public Weights answer(Replica replica) {
        List<Slot> parts = replica.parts();
        Slot shown = parts.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .orElse(parts.getFirst());
        double[] numbers = replica.numbers(shown);
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return new Weights(
                replica.update(),
                parts.stream().map(Slot::name).toList(),
                shown.name(),
                new Matrix(shown.rows(), shown.columns(), values));
    }
}
