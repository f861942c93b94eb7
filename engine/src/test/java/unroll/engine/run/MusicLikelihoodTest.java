package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.likelihood.Effort;
import unroll.engine.likelihood.Likelihood;
import unroll.engine.likelihood.TestLikelihood;
import unroll.engine.record.RunFolder;
import unroll.engine.record.TrainingCurves;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.SettingsJson;

/** Boltzmann machines of music are judged by how likely the test pieces are to them, as other networks are. */
class MusicLikelihoodTest {
    private static final Effort EXACT = new Effort(100, 1000, 1);

    @TempDir
    Path runs;

    private static Experiment experiment(String model, int threads) {
        return SettingsJson.read(Experiment.class, """
            {
              "name": "small",
              "task": {"kind": "piano-rolls", "source": "../sample-data/music/canons", "window": 40},
              "model": %s,
              "initialisation": {"kind": "normal", "deviation": 0.3},
              "optimiser": {"kind": "momentum", "learningRate": 0.001, "momentum": 0.5},
              "training": {"batch": 4, "updates": 40, "testSequences": 60, "testEvery": 5},
              "backend": {"device": "cpu", "precision": "single", "threads": %d}
            }
            """.formatted(model, threads), "small.json");
    }

    private static String machine(int hidden) {
        return "{\"kind\": \"rnn-rbm\", \"memory\": 7, \"hidden\": " + hidden + ", \"divergence\": {\"sweeps\": 5}}";
    }

    private static List<String> names(Experiment experiment) {
        try (Training training = new Training(experiment)) {
            return training.metrics().stream().map(Metric::title).toList();
        }
    }

    private static double[] lastTest(Path folder) {
        TrainingCurves curves = TrainingCurves.of(RunFolder.at(folder));
        return IntStream.range(0, curves.metrics())
                .mapToDouble(i -> curves.test(curves.tests() - 1, i))
                .toArray();
    }

    @Test
    void the_headline_is_the_likelihood_by_its_method() {
        assertThat(names(experiment("{\"kind\": \"lstm\", \"hidden\": 5}", 1)))
                .containsExactly("negative log-likelihood per step (nats)", "frame accuracy (%)");
        assertThat(names(experiment(machine(10), 1)))
                .containsExactly(
                        "negative log-likelihood per step by AIS at 100 temperatures (nats)",
                        "frame accuracy (%)",
                        "standard error of annealed importance sampling (nats)",
                        "cross-entropy of the means per step (nats)");
        assertThat(names(experiment(machine(5), 1)).getFirst())
                .isEqualTo("negative log-likelihood per step by summing over all states (nats)");
    }

    /** Enumeration of all steps is what it estimates; baselines, which predict notes one by one, have theirs exactly. */
    @Test
    void it_is_that_of_the_pieces_and_not_that_of_the_means() throws Exception {
        Experiment experiment = SmallRun.with(experiment(machine(10), 2), "initialisation.deviation", "0.6");
        Path folder = SmallRun.trained(experiment, runs, 5);
        double[] scores = lastTest(folder);
        Likelihood exact = new TestLikelihood(RunFolder.at(folder)).find(EXACT, share -> {});
        assertThat(exact.method()).isEqualTo(Likelihood.Method.ENUMERATION);
        assertThat(scores[2]).isBetween(1e-6, 0.5);
        assertThat(scores[0]).isCloseTo(-exact.mean(), within(5 * scores[2]));
        assertThat(scores[3]).as("of the means").isGreaterThan(scores[0] + 10 * scores[2]);
        try (Training training = new Training(experiment)) {
            assertThat(training.baselines()).allSatisfy(baseline -> {
                assertThat(baseline.scores()).hasSize(4);
                assertThat(baseline.scores()[0]).isEqualTo(baseline.scores()[3]);
                assertThat(baseline.scores()[2]).isZero();
            });
        }
    }

    @Test
    void any_number_of_threads_finds_the_same_bits() {
        double[][] scores = new double[2][];
        for (int i = 0; i < 2; i++) {
            try (Training training = new Training(experiment(machine(10), 1 + 2 * i))) {
                training.advance();
                scores[i] = training.test();
                assertThat(training.test()).as("asked again").containsExactly(scores[i]);
            }
        }
        assertThat(scores[1]).containsExactly(scores[0]);
    }
}
