package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.experiment.Experiment;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.SettingsJson;

class WantedTest {
    private final Backend backend = new ReferenceBackend();

    /** Over sums of two of 20 numbers, with weights that are not zero. */
    private Replica replica() {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": 4}}
            """, "here");
        Problem problem = Problem.of(experiment.task().open(), experiment.model());
        Replica replica = new Replica(backend, problem, experiment.seeds());
        Buffer theta = backend.allocate(1, problem.layout().size());
        Philox random = new Philox(1, Purpose.INITIALISATION);
        double[] numbers = new double[problem.layout().size()];
        Arrays.setAll(numbers, i -> random.gaussian());
        backend.write(numbers, 0, theta);
        replica.take(new ParametersSource() {
            @Override
            public long update() {
                return 1;
            }

            @Override
            public Buffer theta() {
                return theta;
            }
        });
        return replica;
    }

    @Test
    void whoLooksAtAnotherSequenceLeavesTheOneThatIsRunAsItIs() {
        Replica replica = replica();
        float[][] hidden = replica.run(3, 1).hidden();
        Replica.Wanted other = replica.wanted(7);
        assertThat(other.target()).isNotEqualTo(replica.wanted(3).target());
        replica.wanted(7);
        assertThat(replica.run(3, 1).hidden()).isDeepEqualTo(hidden);
        assertThat(replica.run(7, 1).target()).isDeepEqualTo(other.target());
        assertThat(replica.run(7, 1).hidden()).isNotEqualTo(hidden);
    }
}
