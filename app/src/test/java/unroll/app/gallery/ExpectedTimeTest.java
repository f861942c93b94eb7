package unroll.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Examples;
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

    /** All of its 800 updates, in numbers of twice the size, with their tests and the plans beside them, took 45 s of one core. */
    @Test
    void aReachInTheGalleryTakesMoreThanAFewSecondsOnTwoCores() {
        Experiment reaching = Examples.of("reaching").orElseThrow();
        assertThat(new ExpectedTime(2).words(reaching, reaching.task().open())).isEqualTo("less than a minute");
    }

    /** A network of 5 units takes next to nothing, the arm 3.2 microseconds a step by Runge-Kutta and a quarter of them by Euler. */
    @ParameterizedTest(name = "{0}, {1} steps: {2}")
    @CsvSource({
        "runge-kutta, 40, 1500, less than a minute",
        "runge-kutta, 200, 1500, about a minute",
        "runge-kutta, 40, 15000, about 2 minutes",
        "euler, 40, 1500, a few seconds",
    })
    void aPlantTakesItsTimeAtEachStep(String integrator, int length, int updates, String words) {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "center-out", "integrator": "%s", "reaches": 64, "length": %d},
             "model": {"kind": "rnn", "hidden": 5}, "training": {"batch": 64, "updates": %d, "testEvery": 100}}\
            """.formatted(integrator, length, updates), "test");
        assertThat(new ExpectedTime(1).words(experiment, experiment.task().open()))
                .isEqualTo(words);
    }

    /** The addition above, of 85 updates a second. */
    @ParameterizedTest(name = "{0} precision, {1} tests every {2} updates: {3}")
    @CsvSource({
        "single, 100, 100, less than a minute", // 40 s
        "double, 100, 100, about a minute", // 80 s
        "single, 10000, 100, about a minute", // a third of as many sequences again
    })
    void precisionAndTestsCount(String precision, int tests, int every, String words) {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 50}, "model": {"kind": "rnn", "hidden": 100},
             "training": {"batch": 100, "updates": 3400, "testSequences": %d, "testEvery": %d},
             "backend": {"precision": "%s"}}\
            """.formatted(tests, every, precision), "test");
        assertThat(new ExpectedTime(1).words(experiment, experiment.task().open()))
                .isEqualTo(words);
    }
}
