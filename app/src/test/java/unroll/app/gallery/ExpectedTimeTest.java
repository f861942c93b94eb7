package unroll.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsJson;

class ExpectedTimeTest {
    /** A network of 100 units that adds hears 55 steps of 100 sequences: 3.4e8 operations an update, 85 updates a second. */
    @ParameterizedTest(name = "{0} updates on {1} cores take {2}")
    @CsvSource({
        "85, 1, a few seconds",
        "1700, 1, less than a minute",
        "5100, 1, about a minute",
        "5100, 8, a few seconds",
        "30600, 1, about 6 minutes",
        "30600, 2, about 3 minutes",
        "918000, 1, about 3 hours"
    })
    void anEstimateIsInTheUnitThatPeopleWouldChoose(int updates, int cores, String words) {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 50}, "model": {"kind": "rnn", "hidden": 100},
             "training": {"batch": 100, "updates": %d}}\
            """.formatted(updates), "test");
        assertThat(new ExpectedTime(cores).words(experiment, experiment.task().open()))
                .isEqualTo(words);
    }

    /** A sweep of 200 x 225 units is 1.8e5 operations, 25 of them 4.5e6, over 100 steps: 65 updates a second beside the gradient. */
    @Test
    void samplingTakesItsTime() {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "bouncing-balls", "balls": 3, "resolution": 15, "length": 101},
             "model": {"kind": "rtrbm", "hidden": 200, "divergence": {"sweeps": [[0, 1], [9, 25]]}},
             "training": {"batch": 1, "updates": 7200}}\
            """, "test");
        assertThat(new ExpectedTime(1).words(experiment, experiment.task().open()))
                .isEqualTo("about 2 minutes");
    }

    /** With 200 iterations on half of the batch an update costs 101 gradients. */
    @ParameterizedTest(name = "{0} take {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'kind': 'nesterov'} | a few seconds",
                "{'kind': 'hessian-free', 'cgIterations': 200, 'curvatureSequences': 50} | about a minute",
                "{'kind': 'hessian-free', 'cgIterations': 200, 'curvatureSequences': 500} | about 2 minutes",
                "{'kind': 'augmented-hessian-free', 'directions': 100, 'curvatureSequences': 50} | about a minute",
                "{'kind': 'krylov-descent', 'dimensions': 100, 'iterations': 50, 'curvatureSequences': 50} | about a"
                        + " minute"
            })
    void anUpdateOfManyGradientsTakesAsManyTimesAsLong(String optimiser, String words) {
        Experiment experiment =
                SettingsJson.read(Experiment.class, """
                    {"task": {"kind": "addition", "length": 50}, "model": {"kind": "rnn", "hidden": 100},
                     "training": {"batch": 100, "updates": 50}, "optimiser": %s}\
                    """.formatted(optimiser.replace('\'', '"')), "test");
        assertThat(new ExpectedTime(1).words(experiment, experiment.task().open()))
                .isEqualTo(words);
    }
}
