package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The curvature G against its explicit matrix, and against the loss' Hessian, which is G less a covariance. */
class CtcCurvatureTest {
    private static final int STEPS = 5;
    private static final int CLASSES = 3;
    private static final int SIZE = STEPS * CLASSES;
    private static final int[] LABELS = {0, 1, 1};

    private final Outputs outputs = Outputs.random(STEPS, CLASSES, 1, 21);

    private double[] product(Ctc ctc, double[] v) {
        double[] gv = new double[SIZE];
        ctc.curvature(1, v, gv);
        return gv;
    }

    private static double[] unit(int i) {
        double[] unit = new double[SIZE];
        unit[i] = 1;
        return unit;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void is_the_softmax_own_matrix_at_each_step(Collapse collapse) {
        Ctc ctc = outputs.ctc(collapse);
        outputs.value(ctc, LABELS);
        double[] p = outputs.softmax();
        for (int j = 0; j < SIZE; j++) {
            double[] column = product(ctc, unit(j));
            for (int i = 0; i < SIZE; i++) {
                double expected = i / CLASSES == j / CLASSES ? (i == j ? p[i] : 0) - p[i] * p[j] : 0;
                assertThat(column[i]).isCloseTo(expected, within(1e-15));
            }
        }
    }

    /** Columns of the Hessian by central differences of the gradient: right to h^2 times a third derivative of order 1. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void exceeds_the_hessian_by_the_covariance_of_the_alignment(Collapse collapse) {
        double h = 1e-4;
        Ctc ctc = outputs.ctc(collapse);
        Enumeration.Mass mass = new Enumeration(collapse, outputs).of(List.of(0, 1, 1));
        double coupling = 0;
        for (int j = 0; j < SIZE; j++) {
            double[] ahead = outputs.moved(h, unit(j)).gradient(ctc, LABELS);
            double[] behind = outputs.moved(-h, unit(j)).gradient(ctc, LABELS);
            outputs.value(ctc, LABELS);
            double[] column = product(ctc, unit(j));
            for (int i = 0; i < SIZE; i++) {
                double hessian = (ahead[i] - behind[i]) / (2 * h);
                assertThat(column[i] - hessian).isCloseTo(mass.covariance(i, j), within(10 * h * h));
                coupling = Math.max(coupling, i / CLASSES == j / CLASSES ? 0 : Math.abs(hessian));
            }
        }
        assertThat(coupling).as("the Hessian couples the steps, G does not").isGreaterThan(0.01);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void is_never_negative_where_the_hessian_is(Collapse collapse) {
        double h = 1e-3;
        double lowest = 0;
        for (int seed = 0; seed < 200; seed++) {
            Outputs some = Outputs.random(STEPS, CLASSES, 1, 1000 + seed);
            double[] v = Outputs.random(STEPS, CLASSES, 1, 5000 + seed).o();
            Ctc ctc = some.ctc(collapse);
            double hessian = (some.moved(h, v).value(ctc, LABELS)
                            - 2 * some.value(ctc, LABELS)
                            + some.moved(-h, v).value(ctc, LABELS))
                    / (h * h);
            some.value(ctc, LABELS);
            double curvature = 0;
            double[] gv = product(ctc, v);
            for (int i = 0; i < SIZE; i++) {
                curvature += v[i] * gv[i];
            }
            lowest = Math.min(lowest, hessian);
            assertThat(curvature).isPositive().isGreaterThanOrEqualTo(hessian - 1e-3);
        }
        assertThat(lowest).as("negative control: the Hessian is indefinite").isLessThan(-0.1);
    }
}
