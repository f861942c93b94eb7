package unroll.engine.run;

import unroll.engine.backend.DeviceFailure;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.task.Task;

/** What an experiment that a device has too little memory for could do. */
final class MemoryAdvice {
    private MemoryAdvice() {}

    /**
     * What failed and, where it was memory, what would fit; without a full stop.
     *
     * @param shard sequences that each thread has room for in a test
     */
    static String words(DeviceFailure failure, Experiment experiment, Task task, int shard) {
        if (failure.available() == 0) {
            return String.valueOf(failure.getMessage());
        }
        int batch = experiment.training().batch();
        long tests = Math.min(
                task.testSequences(experiment.training().testSequences()),
                (long) shard * experiment.backend().threadCount());
        long room = CostEstimate.sequencesWithin(experiment, task, (double) failure.available()) - tests;
        long most = Math.min(room, batch - 1L);
        return failure.getMessage()
                + (most > 0 ? "; a batch of about " + round(most) + " would fit" : "; no batch would fit")
                + "; a narrower network needs less, and closing what else uses the card leaves more";
    }

    /** Rounded down to two digits. */
    private static long round(long count) {
        long unit = (long) Math.pow(10, Math.max(0, (int) Math.log10((double) count) - 1));
        return count / unit * unit;
    }
}
