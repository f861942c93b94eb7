package unroll.app.valley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.chart.ValleyData;
import unroll.engine.quadratic.Mode.Motion;
import unroll.engine.quadratic.Path;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Where the methods go in a valley, without a window. */
class DescentTrajectoriesTest {
    private static final Setup SETUP = new Setup(0.05, 0.8, 30, 0.7, 0.9, 50, -2, 1.1);

    private static double[] gradient(double[] x) {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        double along = 0.05 * (c * x[0] + s * x[1]);
        double over = 0.8 * (-s * x[0] + c * x[1]);
        return new double[] {c * along - s * over, s * along + c * over};
    }

    /** How far the second part of the steps is from {@code -0.7 g}, with the gradient where the method is said to take it. */
    private static double strays(Method method, boolean ahead) {
        DescentTrajectories all = new DescentTrajectories(SETUP);
        double furthest = 0;
        for (int t = 0; t < 50; t++) {
            ValleyData.Next next = all.next(method, t);
            double[] g = gradient(
                    ahead ? new double[] {next.keptX(), next.keptY()} : new double[] {next.fromX(), next.fromY()});
            furthest = Math.max(furthest, Math.abs(next.toX() - next.keptX() + 0.7 * g[0]));
            furthest = Math.max(furthest, Math.abs(next.toY() - next.keptY() + 0.7 * g[1]));
        }
        return furthest;
    }

    @Test
    void theGradientOfAStepIsTakenWhereTheMethodTakesIt() {
        assertThat(strays(Method.DESCENT, false)).isLessThan(1e-12);
        assertThat(strays(Method.MOMENTUM, false)).isLessThan(1e-12);
        assertThat(strays(Method.NESTEROV, true)).isLessThan(1e-12);
        assertThat(strays(Method.MOMENTUM, true))
                .as("one that looks ahead is another")
                .isGreaterThan(0.1);
        assertThat(strays(Method.NESTEROV, false))
                .as("one that does not is another")
                .isGreaterThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, -37, 12.5, 60})
    void aTurnedValleyWithATurnedStartHasATurnedTrail(double angle) {
        DescentTrajectories straight = new DescentTrajectories(new Setup(0.05, 0.8, 0, 0.7, 0.9, 50, -1.5, 1.1));
        double c = Math.cos(Math.toRadians(angle));
        double s = Math.sin(Math.toRadians(angle));
        DescentTrajectories turned = new DescentTrajectories(
                new Setup(0.05, 0.8, angle, 0.7, 0.9, 50, -1.5 * c - 1.1 * s, -1.5 * s + 1.1 * c));
        for (Method method : Method.values()) {
            Path one = straight.path(method);
            Path other = turned.path(method);
            for (int t = 0; t <= 50; t++) {
                assertThat(other.at(t, 0)).isCloseTo(c * one.at(t, 0) - s * one.at(t, 1), within(1e-12));
                assertThat(other.at(t, 1)).isCloseTo(s * one.at(t, 0) + c * one.at(t, 1), within(1e-12));
            }
        }
    }

    @Test
    void thePresetsShowWhatTheySay() {
        Setup critical = Preset.CRITICAL.setup();
        assertThat(Method.MOMENTUM.mode(critical, critical.first()).motion()).isEqualTo(Motion.CRITICAL);
        Setup ahead = Preset.EFFECTIVE.setup();
        assertThat(Method.NESTEROV.mode(ahead, ahead.second()).momentum()).isZero();
        Setup fast = Preset.DIVERGENCE.setup();
        assertThat(List.of(Method.values()))
                .filteredOn(method -> method.mode(fast, fast.second()).diverges())
                .containsExactly(Method.DESCENT, Method.NESTEROV);
        DescentTrajectories figure = new DescentTrajectories(Preset.FIGURE.setup());
        double swing = 0;
        double calm = 0;
        for (int t = 10; t <= 60; t++) {
            swing = Math.max(swing, Math.abs(figure.path(Method.MOMENTUM).at(t, 1)));
            calm = Math.max(calm, Math.abs(figure.path(Method.NESTEROV).at(t, 1)));
            double apart = figure.path(Method.MOMENTUM).at(t, 0)
                    - figure.path(Method.NESTEROV).at(t, 0);
            assertThat(Math.abs(apart)).as("alike along the valley").isLessThan(0.3);
        }
        assertThat(swing).isGreaterThan(1);
        assertThat(calm).isLessThan(0.05);
    }

    static List<Preset> presets() {
        return Preset.ALL;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetIsReadOnDecadesThatHoldItsStart(Preset preset) {
        double distance = Math.hypot(preset.setup().x(), preset.setup().y());
        assertThat(Math.log10(distance))
                .isBetween((double) preset.span().low(), (double) preset.span().high());
    }

    static Stream<Field> constants() {
        return Schema.of(Setup.class).fields().stream();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachConstantIsReadAndWrittenInItsOwnPlaceWithinItsRange(Field constant) {
        for (double value :
                new double[] {constant.setting().min(), constant.setting().max()}) {
            Setup changed = SettingsJson.with(SETUP, constant.name(), Decimal.text(value));
            for (Field other : Schema.of(Setup.class).fields()) {
                assertThat(((Number) other.of(changed)).doubleValue())
                        .isEqualTo(
                                other.name().equals(constant.name())
                                        ? value
                                        : ((Number) other.of(SETUP)).doubleValue());
            }
        }
        for (double beyond :
                new double[] {constant.setting().min() - 1, constant.setting().max() + 1}) {
            assertThatThrownBy(() -> SettingsJson.with(SETUP, constant.name(), Decimal.text(beyond)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(constant.label());
        }
    }

    @Test
    void aSetupThatIsWrittenIsReadAgainAndTheFirstIsFigure71() {
        assertThat(SettingsJson.read(Setup.class, SettingsJson.write(SETUP), "here"))
                .isEqualTo(SETUP);
        assertThat(Preset.FIGURE.setup()).isEqualTo(new Setup(0.01, 1, 0, 0.6, 0.95, 60, -2.6, 1.4));
    }

    @Test
    void decadesHoldWhatIsAskedAndAreNeverTooMany() {
        assertThat(DistanceRange.around(0.02, 3)).isEqualTo(new DistanceRange(-2, 1));
        assertThat(DistanceRange.around(0.5, 0.9)).isEqualTo(new DistanceRange(-3, 0));
        assertThat(DistanceRange.around(1e-60, 1e2)).isEqualTo(new DistanceRange(-14, 2));
        assertThat(DistanceRange.around(Double.POSITIVE_INFINITY, 0)).isEqualTo(new DistanceRange(-3, 0));
    }

    @Test
    void whatIsNoValleyIsRefused() {
        assertThatThrownBy(() -> new Setup(0, 1, 0, 1, 0.5, 10, 1, 1)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Setup(1, 1, 0, 1, 1, 10, 1, 1)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Setup(1, 1, Double.NaN, 1, 0.5, 10, 1, 1)).isInstanceOf(SettingsException.class);
    }
}
