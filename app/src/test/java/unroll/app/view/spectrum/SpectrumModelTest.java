package unroll.app.view.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.analysis.Spectrum;

/** Answers about the present and the past of a spectrum, in any order. */
class SpectrumModelTest {
    private final SpectrumModel model = new SpectrumModel();

    private static Eigen answer(long update, String part, double radius) {
        return new Eigen(update, List.of(), part, 1, new Spectrum(new double[] {radius}, new double[] {0}));
    }

    @Test
    void whatTheRunRemembersIsKeptThoughItComesBeforeThePresent() {
        model.recall(answer(10, "W_hh", 0.5));
        model.show(answer(30, "W_hh", 1.5));
        model.recall(answer(20, "W_hh", 0.75));
        assertThat(model.radiusProperty().get().x()).containsExactly(10, 20, 30);
        assertThat(model.radiusProperty().get().y()).containsExactly(0.5, 0.75, 1.5);
    }

    @Test
    void anotherMatrixHasAPastOfItsOwn() {
        model.show(answer(30, "W_hh", 1.5));
        model.recall(answer(20, "W_other", 9));
        assertThat(model.radiusProperty().get().x()).containsExactly(30);
        model.show(answer(30, "W_other", 8));
        assertThat(model.radiusProperty().get().y()).containsExactly(8);
    }
}
