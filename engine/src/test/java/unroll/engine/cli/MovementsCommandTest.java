package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.control.Dynamics;
import unroll.engine.control.Integrator;
import unroll.engine.control.Plant;
import unroll.engine.record.RunFolder;

/** What {@code unroll movements} tells and writes of a run. */
class MovementsCommandTest extends CommandTest {
    @Test
    void each_step_of_network_and_planner_has_a_row_and_the_arm_follows_the_torques() throws IOException {
        assertThat(train(folder, "--set", "task=center-out", "--set", "task.length=12", "--set", "training.updates=1"))
                .as(complained())
                .isZero();
        RunFolder run = RunFolder.list(folder).getFirst();
        Path table = folder.resolve("movements.csv");
        assertThat(call("movements", run.path().toString(), table.toString(), "--count", "5"))
                .as(complained())
                .isZero();
        assertThat(printed()).contains("network: loss ", "iLQR: loss ", "1.0000 of iLQR's");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.getFirst())
                .isEqualTo("who,movement,time,tip x,tip y,shoulder,elbow,shoulder speed,elbow speed,shoulder torque,"
                        + "elbow torque");
        assertThat(lines).hasSize(1 + 2 * 5 * 12);
        Plant arm = run.experiment().task().open().loop().orElseThrow().plant();
        Dynamics dynamics = new Dynamics(arm, Integrator.EULER, 0.01);
        for (String who : List.of("network", "iLQR")) {
            double[] state = arm.home();
            double[] next = new double[4];
            for (String line :
                    lines.stream().filter(each -> each.startsWith(who + ",3,")).toList()) {
                double[] row = Arrays.stream(line.split(",", -1))
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double[] z = Arrays.copyOf(state, 6);
                z[4] = row[7];
                z[5] = row[8];
                dynamics.next(z, next);
                assertThat(Arrays.copyOfRange(row, 3, 7)).containsExactly(next, within(2e-6)); // single precision
                assertThat(Arrays.copyOfRange(row, 1, 3)).containsExactly(arm.tip(row, 3), within(1e-12));
                state = Arrays.copyOfRange(row, 3, 7);
            }
        }
    }

    @Test
    void a_push_is_answered_a_step_after_it_is_seen() {
        assertThat(train(
                        folder,
                        "--set",
                        "task=reaching",
                        "--set",
                        "task.length=30",
                        "--set",
                        "task.delay=4",
                        "--set",
                        "task.longestDelay=4",
                        "--set",
                        "training.updates=2"))
                .as(complained())
                .isZero();
        RunFolder run = RunFolder.list(folder).getFirst();
        assertThat(call("movements", run.path().toString(), "--count", "20")).isZero();
        assertThat(printed()).contains("Of 20 pushes the commands of the network answer half within 5 steps");
    }

    @Test
    void a_run_that_predicts_is_refused() {
        assertThat(train(folder, "--set", "training.updates=1")).isZero();
        RunFolder run = RunFolder.list(folder).getFirst();
        assertThat(call("movements", run.path().toString())).isEqualTo(2);
        assertThat(complained()).contains("moves nothing");
    }
}
