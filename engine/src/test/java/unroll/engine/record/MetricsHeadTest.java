package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Step;
import unroll.engine.sequence.Metric;

/** Metrics files are read by the names of their columns. */
class MetricsHeadTest {
    /** As files looked when costs stood among the gauges, and before there were any. */
    private static final String EARLIER = """
        update,seconds,train,gradient norm,learning rate,momentum,test error,rho,evaluations
        0,0.0,,,,,9.5,,
        1,0.5,4.0,1.0,0.1,0.0,,0.75,12.5
        2,1.0,3.0,1.0,0.1,0.0,,0.5,7.5
        2,1.0,,,,,2.5,,
        """;

    private static final String EARLIEST = """
        update,seconds,train,gradient norm,learning rate,momentum,test error
        0,0.0,,,,,9.5
        1,0.5,4.0,1.0,0.1,0.0,
        """;

    private static final Metric ERROR = new Metric("error", "", (batch, predictions) -> 0);
    private static final Gauge RHO = new Gauge("rho", "", Gauge.Presentation.CURVE, List.of());

    private final List<String> complaints = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void numbersAreFoundInWhateverOrderTheColumnsStand() {
        MetricsHead head = MetricsHead.read("test a,train,seconds,update,test b\n", new MetricsHead(List.of()));
        MetricsLine update = Objects.requireNonNull(head.line(",0.5,2.0,7,"));
        assertThat(update.update()).isEqualTo(7);
        assertThat(update.train()).isEqualTo(0.5);
        assertThat(update.seconds()).isEqualTo(2);
        assertThat(update.evaluations()).as("not told").isEqualTo(1);
        assertThat(update.isTest()).isFalse();
        assertThat(Objects.requireNonNull(head.line("1.5,,2.0,7,2.5")).scores()).containsExactly(1.5, 2.5);
        assertThat(head.line("1.5,,2.0,7")).as("half a line").isNull();
        assertThat(head.line("1.5,,2.0,7,x")).isNull();
    }

    @Test
    void aFileOfAnEarlierFormIsBroughtUnderTodaysHeadAndLosesNothing() throws IOException {
        Path path = Files.writeString(folder.resolve("metrics.csv"), EARLIER);
        List<Metric> metrics = List.of(ERROR);
        Diagnostics inside = new Diagnostics(List.of(RHO));
        assertThat(Expenses.read(path).evaluations()).isEqualTo(20);
        TrainingCurves curves = MetricsFile.cut(path, 2, metrics, inside, complaints::add);
        assertThat(Files.readString(path)).isEqualTo("""
            update,seconds,train,gradient norm,learning rate,momentum,evaluations,test error,rho
            0,0.0,,,,,,9.5,
            1,0.5,4.0,1.0,0.1,0.0,12.5,,0.75
            2,1.0,3.0,1.0,0.1,0.0,7.5,,0.5
            2,1.0,,,,,,2.5,
            """);
        assertThat(complaints).isEmpty();
        assertThat(curves.size()).isEqualTo(2);
        assertThat(curves.evaluations(1)).isEqualTo(20);
        assertThat(curves.seconds(1)).isEqualTo(1);
        assertThat(curves.evaluationsOf(2)).isEqualTo(7.5);
        assertThat(curves.evaluationsOf(3)).isNaN();
        assertThat(curves.test(1, 0)).isEqualTo(2.5);
        assertThat(inside.readings().number(1, 0)).isEqualTo(0.5);
        assertThat(Expenses.read(path)).isEqualTo(Expenses.read(Files.writeString(folder.resolve("before"), EARLIER)));
        assertThat(MetricsTail.read(path).test()).hasValue(2.5);
    }

    /** As a run of music found its file when its likelihood had another name: the other scores and all updates are kept. */
    @Test
    void aScoreThatHasAnotherNameTodayIsNoNumberAndItsLineIsKept() throws IOException {
        Path path = Files.writeString(folder.resolve("metrics.csv"), """
            update,seconds,train,gradient norm,learning rate,momentum,evaluations,test cross-entropy (nats),test error
            20,1.0,,,,,,3.538,9.5
            21,1.0,,,,,,3.5,
            """);
        List<Metric> metrics = List.of(new Metric("likelihood", "nats", (batch, predictions) -> 0), ERROR);
        TrainingCurves curves = MetricsFile.cut(path, 20, metrics, new Diagnostics(List.of(RHO)), complaints::add);
        assertThat(curves.tests()).isEqualTo(1);
        assertThat(curves.test(0, 0)).isNaN();
        assertThat(curves.test(0, 1)).isEqualTo(9.5);
        assertThat(complaints).as("the line without any score").hasSize(1);
    }

    /** As a branch of a text run found its first run's file when heads had no units: 3.538 nats are 5.104 bits. */
    @Test
    void twoScoresOfOneNameKeepTheirOwnNumbersUnderHeadsWithUnits() throws IOException {
        Path path = Files.writeString(folder.resolve("metrics.csv"), """
            update,seconds,train,gradient norm,learning rate,momentum,evaluations,test cross-entropy,test cross-entropy
            20,1.0,,,,,,3.538,5.104
            """);
        List<Metric> metrics = List.of(
                new Metric("cross-entropy", "nats", (batch, predictions) -> 0),
                new Metric("cross-entropy", "bits", (batch, predictions) -> 0));
        for (int again = 0; again < 2; again++) {
            TrainingCurves curves = MetricsFile.cut(path, 20, metrics, new Diagnostics(List.of(RHO)), complaints::add);
            assertThat(Files.readString(path)).isEqualTo("""
                update,seconds,train,gradient norm,learning rate,momentum,evaluations,test cross-entropy (nats),\
                test cross-entropy (bits),rho
                20,1.0,,,,,,3.538,5.104,
                """);
            assertThat(curves.test(0, 1)).isEqualTo(5.104);
        }
        assertThat(MetricsHead.of(path).tests()).containsExactly("cross-entropy (nats)", "cross-entropy (bits)");
        assertThat(complaints).isEmpty();
    }

    @Test
    void numbersStandInFilesAsPeopleWriteThem() throws IOException {
        MetricsFile file = new MetricsFile(List.of(ERROR), List.of());
        file.add(1, 0.0004, 2.5516513598865017E-5, new Step());
        file.add(1, 3, new double[] {1.0E-6});
        Path path = folder.resolve("metrics.csv");
        file.flush(path);
        assertThat(Files.readAllLines(path).subList(1, 3))
                .containsExactly("1,0,2.5516513598865017e-5,0,0,0,0,", "1,3,,,,,,1e-6");
    }

    @Test
    void whatIsNotInAFileIsLeftEmptyAndACostCountsAsOneGradient() throws IOException {
        Path path = Files.writeString(folder.resolve("metrics.csv"), EARLIEST);
        Diagnostics inside = new Diagnostics(List.of(RHO));
        TrainingCurves curves = MetricsFile.cut(path, 9, List.of(ERROR), inside, complaints::add);
        assertThat(Files.readAllLines(path)).contains("1,0.5,4.0,1.0,0.1,0.0,,,");
        assertThat(curves.evaluations(0)).isEqualTo(1);
        assertThat(inside.readings().size()).isZero();
    }
}
