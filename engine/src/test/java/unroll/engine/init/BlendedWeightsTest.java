package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.model.Layout;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Holds the spectral radius of multiplicative nets to eigenvalues of W_hf diag(W_fv v) W_fh itself. */
class BlendedWeightsTest {
    /** The mean over all inputs, of which there are no more than are looked at. */
    private static double radius(Layout layout, double[] theta, int inputs) {
        return IntStream.range(0, inputs)
                .mapToDouble(v -> largest(blended(layout, theta, v)))
                .average()
                .orElseThrow();
    }

    private static DMatrixRMaj blended(Layout layout, double[] theta, int v) {
        Layout.Slot after = layout.slot("W_hf");
        Layout.Slot gain = layout.slot("W_fv");
        Layout.Slot before = layout.slot("W_fh");
        DMatrixRMaj w = new DMatrixRMaj(after.rows(), before.columns());
        for (int i = 0; i < after.rows(); i++) {
            for (int j = 0; j < before.columns(); j++) {
                for (int f = 0; f < gain.rows(); f++) {
                    w.add(i, j, at(after, i, f, theta) * at(gain, f, v, theta) * at(before, f, j, theta));
                }
            }
        }
        return w;
    }

    private static double at(Layout.Slot slot, int row, int column, double[] theta) {
        return theta[slot.offset() + row * slot.columns() + column];
    }

    private static double largest(DMatrixRMaj w) {
        var eigen = DecompositionFactory_DDRM.eig(w.numRows, false);
        assertThat(eigen.decompose(w)).isTrue();
        return IntStream.range(0, eigen.getNumberOfEigenvalues())
                .mapToDouble(i -> eigen.getEigenvalue(i).getMagnitude())
                .max()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} units, {1} factors, {2} inputs, radius {3}")
    @CsvSource({"12,20,1,1.1", "20,12,5,1.2", "30,30,8,0.9"})
    void theRadiusIsThatOfWhatInputsBlend(int hidden, int factors, int inputs, double radius) {
        Layout layout = new MultiplicativeRnn(hidden, factors, Activation.TANH)
                .model(inputs, 3)
                .layout();
        for (InitialisationSettings scheme :
                new InitialisationSettings[] {new SpectralRadius(radius, 0.1, 6, 1), new Icml2013(radius, 0.1, 0.1, 6)
                }) {
            double[] theta = scheme.draw(layout, new Philox(3, Purpose.INITIALISATION));
            assertThat(radius(layout, theta, inputs)).isCloseTo(radius, within(1e-9));
            assertThat(ImpliedSpectra.of(layout, theta, Optional.empty()).lines())
                    .last()
                    .asString()
                    .contains("a spectral radius of " + Figures.of(radius) + " on average")
                    .doesNotContain("between hidden states");
        }
        double[] sparse = new Sparse(6, 0.1, 0).draw(layout, new Philox(3, Purpose.INITIALISATION));
        assertThat(radius(layout, sparse, inputs)).as("negative control").isNotCloseTo(radius, within(0.1));
    }
}
