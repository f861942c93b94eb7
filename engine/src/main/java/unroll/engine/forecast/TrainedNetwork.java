package unroll.engine.forecast;

import unroll.engine.backend.Backend;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Predictor;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.rollout.Stepper;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Signature;

/** The network of a run as it was saved last. */
final class TrainedNetwork {
    private TrainedNetwork() {}

    /**
     * Its steps, one sequence at a time.
     *
     * @param signature of the task that the run learned
     * @throws RunException where the run has no weights yet
     * @throws SettingsException where the network cannot go on without end
     */
    static Stepper of(RunFolder run, Experiment experiment, Signature signature) {
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        Predictor predictor = Predictor.of(signature, experiment.model());
        Backend backend = experiment.backend().open();
        Parameters parameters = Parameters.of(predictor.layout(), backend);
        backend.write(checkpoint.flat(predictor.layout()), 0, parameters.value());
        return predictor
                .stepper(predictor.rollout(backend, parameters, predictor.shape(1)))
                .orElseThrow(() -> new SettingsException(
                        "model",
                        "this network reads a sequence to its end before it writes; it makes no predictions on"
                                + " the way"));
    }
}
