package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run cost, read from metrics that were written by hand. */
class ExpensesTest {
    private static final String HEAD =
            "update,seconds,train,gradient norm,learning rate,momentum,test loss,test wrong,evaluations";

    @TempDir
    Path folder;

    private Expenses read(String... lines) throws IOException {
        return Expenses.read(Files.writeString(folder.resolve("metrics.csv"), String.join("\n", lines)));
    }

    @Test
    void a_run_without_metrics_cost_nothing() {
        assertThat(Expenses.read(folder.resolve("metrics.csv"))).isEqualTo(new Expenses(0, 0, 0, List.of()));
    }

    @Test
    void each_test_knows_what_the_updates_before_it_cost() throws IOException {
        Expenses cost = read(
                HEAD,
                "0,0.5,,,,,9,90,",
                "1,1.5,8,3,0.1,0.9,,,7",
                "2,2.5,7,3,0.1,0.9,,,5",
                "2,3.0,,,,,6,60,",
                "3,4.0,5,3,0.1,0.9,,,11",
                "");
        assertThat(cost.updates()).isEqualTo(3);
        assertThat(cost.seconds()).isEqualTo(4);
        assertThat(cost.evaluations()).isEqualTo(23);
        assertThat(cost.tests())
                .containsExactly(
                        new Expenses.Test(0, 0, 0.5, List.of(9.0, 90.0)),
                        new Expenses.Test(2, 12, 3, List.of(6.0, 60.0)));
    }

    @Test
    void an_update_whose_method_does_not_tell_counts_as_one() throws IOException {
        assertThat(read(HEAD, "1,1,8,3,0.1,0.9,,,", "2,2,7,3,0.1,0.9,,,", "").evaluations())
                .isEqualTo(2);
        String shorter = HEAD.replace(",evaluations", "");
        assertThat(read(shorter, "1,1,8,3,0.1,0.9,,", "2,2,7,3,0.1,0.9,,", "3,3,7,3,0.1,0.9,,", "")
                        .evaluations())
                .isEqualTo(3);
    }

    @Test
    void of_updates_that_were_made_anew_the_last_counts_and_half_a_line_says_nothing() throws IOException {
        Expenses cost = read(
                HEAD,
                "1,1,8,3,0.1,0.9,,,7",
                "2,2,7,3,0.1,0.9,,,100",
                "2,2.5,,,,,6,60,",
                "2,2.2,7,3,0.1,0.9,,,5",
                "2,2.7,,,,,6,61,",
                "3,9.9,5,3,0.1,0.9,,,1000");
        assertThat(cost.updates()).isEqualTo(2);
        assertThat(cost.evaluations()).isEqualTo(12);
        assertThat(cost.seconds()).isEqualTo(2.7);
        assertThat(cost.tests()).containsExactly(new Expenses.Test(2, 12, 2.7, List.of(6.0, 61.0)));
    }

    @Test
    void metrics_that_cannot_be_read_are_told_with_their_place() throws IOException {
        Path there = Files.createDirectory(folder.resolve("metrics.csv"));
        assertThatThrownBy(() -> Expenses.read(there))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("metrics.csv: cannot be read");
    }
}
