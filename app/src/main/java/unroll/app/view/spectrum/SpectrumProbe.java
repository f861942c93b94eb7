package unroll.app.view.spectrum;

import java.util.List;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.analysis.Spectrum;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.run.Probe;
import unroll.engine.run.Replica;

/**
 * Asks for the eigenvalues of one recurrent matrix; for 200 units some hundredths of a second.
 *
 * @param part what it is called; the first square one where the network has none of that name
 */
public record SpectrumProbe(String part) implements Probe<Eigen> {
    @Override
    public Eigen answer(Replica replica) {
        List<Slot> square = replica.parts().stream()
                .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT && slot.rows() == slot.columns())
                .toList();
        if (square.isEmpty()) {
            return Eigen.NONE;
        }
        Slot shown = square.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .orElse(square.getFirst());
        return new Eigen(
                replica.update(),
                square.stream().map(Slot::name).toList(),
                shown.name(),
                shown.rows(),
                spectrum(replica.numbers(shown), shown.rows()));
    }

    private static Spectrum spectrum(double[] numbers, int n) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return Eigen.NONE.spectrum();
            }
        }
        return Eigenvalues.of(numbers, 0, n);
    }
}
