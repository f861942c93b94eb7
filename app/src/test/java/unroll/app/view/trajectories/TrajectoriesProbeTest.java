package unroll.app.view.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.experiment.Experiment;
import unroll.engine.probe.Replica;
import unroll.engine.problem.Problem;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.Task;

class TrajectoriesProbeTest {
    /** Sequences of addition have T to 11 T / 10 steps; what follows an answer is silence. */
    @Test
    void a_trajectory_ends_with_its_sequence() {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 30}, "model": {"kind": "rnn", "hidden": 4}}
            """, "here");
        Task task = experiment.task().open();
        Replica replica = new Replica(new ReferenceBackend(), Problem.of(task, experiment.model()), experiment.seeds());
        Trajectories answer = new TrajectoriesProbe(6, 6, Optional.empty(), task.appearance()).answer(replica);
        List<Integer> steps =
                answer.projected().stream().map(line -> line.x().length).toList();
        assertThat(steps).hasSize(6).anyMatch(count -> count < task.steps());
        for (int i = 0; i < 6; i++) {
            assertThat(steps.get(i)).isEqualTo(replica.run(i, 1).end());
        }
    }
}
