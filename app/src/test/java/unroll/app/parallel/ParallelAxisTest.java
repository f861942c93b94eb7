package unroll.app.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelAxisTest {
    private static ParallelAxis axis(String... values) {
        return new ParallelAxis("key", "name", List.of(values));
    }

    private static List<String> words(ParallelAxis axis) {
        return axis.marks(4).stream().map(ParallelAxis.Mark::words).toList();
    }

    @Test
    void numbersLieEvenlyWhereTheySpanLittleAndByFactorsFromATenfoldOn() {
        ParallelAxis even = axis("1", "9.9", "5");
        assertThat(even.logarithmic()).isFalse();
        assertThat(even.share("5")).isCloseTo(4 / 8.9, within(1e-12));
        ParallelAxis factors = axis("0.1", "0.001", "0.01", "1");
        assertThat(factors.logarithmic()).isTrue();
        assertThat(factors.share("0.001")).isZero();
        assertThat(factors.share("0.01")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(factors.share("0.1")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(factors.share("1")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "-1, 100", "-100, -1"})
    void whatIsNotAboveZeroHasNoFactors(String low, String high) {
        ParallelAxis axis = axis(low, high);
        assertThat(axis.logarithmic()).isFalse();
        assertThat(axis.share(low)).isZero();
        assertThat(axis.share(high)).isEqualTo(1);
    }

    @Test
    void wordsHaveEqualDistancesInNaturalOrderAndNumbersAmongThemComeFirst() {
        ParallelAxis axis = axis("tanh", "100", "20", "relu", "tanh", "Infinity");
        assertThat(words(axis)).containsExactly("20", "100", "\u221e", "relu", "tanh");
        assertThat(axis.share("20")).isZero();
        assertThat(axis.share("100")).isEqualTo(0.25);
        assertThat(axis.share("tanh")).isEqualTo(1);
        assertThat(axis.share("logistic")).as("none of the axis").isNaN();
    }

    @Test
    void oneValueAloneLiesInTheMiddle() {
        assertThat(axis("7", "7", "").share("7")).isEqualTo(0.5);
        assertThat(axis("adam").share("adam")).isEqualTo(0.5);
        assertThat(axis("", "").marks(4)).isEmpty();
    }

    @Test
    void fewNumbersAreNamedThemselvesAndManyByRoundOnesOnTheAxis() {
        assertThat(words(axis("64", "16", "32", "16"))).containsExactly("16", "32", "64");
        assertThat(words(axis("0.123456789", "0.5"))).containsExactly("0.123", "0.5");
        ParallelAxis many =
                axis(IntStream.range(0, 30).mapToObj(i -> "" + (4.5 + i)).toArray(String[]::new));
        assertThat(words(many)).containsExactly("10", "20", "30");
        many.marks(4)
                .forEach(mark -> assertThat(mark.share())
                        .isCloseTo((Double.parseDouble(mark.words()) - 4.5) / 29, within(1e-12)));
    }

    @Test
    void aStretchOfTheAxisIsLimitedToTheValuesInIt() {
        ParallelAxis axis = axis("0.001", "0.01", "0.1", "1", "");
        assertThat(axis.between(0.2, 0.8, false)).contains(new AxisSpan("0.01", "0.1"));
        assertThat(axis.between(-1, 0.1, false)).contains(new AxisSpan("0.001", "0.001"));
        assertThat(axis.between(-1, 0.1, true)).contains(new AxisSpan("", "0.001"));
        assertThat(axis.between(-1, -0.1, true)).contains(new AxisSpan("", ""));
        assertThat(axis.between(0.4, 0.6, false)).isEmpty();
        assertThat(axis("1", "2").between(-1, -0.1, true))
                .as("all lines have a value")
                .isEmpty();
    }

    @Test
    void aSpanHoldsWhatLiesFromOneEndToTheOther() {
        AxisSpan rates = new AxisSpan("0.001", "0.1");
        assertThat(List.of("0.001", "1e-2", "0.10")).allMatch(rates::contains);
        assertThat(List.of("0.0009", "0.11", "1", "adam", "")).noneMatch(rates::contains);
        AxisSpan names = new AxisSpan("", "hessian-free");
        assertThat(List.of("", "3", "adam", "hessian-free")).allMatch(names::contains);
        assertThat(List.of("nesterov", "z")).noneMatch(names::contains);
        assertThat(rates.words()).isEqualTo("0.001 to 0.1");
        assertThat(new AxisSpan("", "").words()).isEqualTo("none");
        assertThatThrownBy(() -> new AxisSpan("0.1", "0.001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theValueBesideIsTheNextThatALineHas() {
        ParallelAxis axis = axis("16", "64", "", "32");
        assertThat(axis.beside("16", 1)).isEqualTo("32");
        assertThat(axis.beside("16", -1)).isEmpty();
        assertThat(axis.beside("", -1)).isEmpty();
        assertThat(axis.beside("64", 1)).isEqualTo("64");
        assertThat(axis.within(new AxisSpan("20", "70"))).containsExactly("32", "64");
    }

    @Test
    void whereThereIsLittleRoomTheAxesOfMostLinesStayAndTheOneThatColours() {
        ParallelAxis rare = axis("1", "", "");
        ParallelAxis full = axis("1", "2", "3");
        ParallelAxis half = axis("1", "2", "");
        ParallelAxis loss = axis("0.5", "", "");
        ParallelData data = new ParallelData(List.of(rare, full, half, loss), List.of(), Optional.of(loss), Map.of());
        assertThat(data.fitting(9)).containsExactly(rare, full, half, loss);
        assertThat(data.fitting(3)).containsExactly(full, half, loss);
        assertThat(data.fitting(2)).containsExactly(full, loss);
        assertThat(data.fitting(0)).isEmpty();
    }

    /** A single number on an axis tells nothing of how far it reaches. */
    @Test
    void anAxisWithRoomForFewNumbersNamesAtLeastTwo() {
        ParallelAxis axis = new ParallelAxis(
                "loss",
                "loss",
                IntStream.range(0, 40)
                        .mapToObj(i -> Double.toString(0.9 - 0.02 * i))
                        .toList());
        for (int most = 0; most < 9; most++) {
            assertThat(axis.marks(most)).as("about %d numbers", most).hasSizeGreaterThan(1);
        }
    }
}
