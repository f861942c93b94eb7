package unroll.engine.run;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;

/** A program that trains, saves as often as it can, and knows no end: to be killed. */
final class TrainUntilKilled {
    private TrainUntilKilled() {}

    /** @param arguments the folder of runs, whose only run it goes on with */
    public static void main(String[] arguments) throws InterruptedException {
        Path runs = Path.of(arguments[0]);
        List<RunFolder> all = RunFolder.list(runs);
        RunFolder folder = all.isEmpty() ? RunFolder.planned(runs, KillTest.experiment()) : all.getFirst();
        Experiment experiment = all.isEmpty() ? KillTest.experiment() : folder.experiment();
        try (Trainer trainer = new Trainer(experiment, folder, snapshot -> {})) {
            while (true) {
                trainer.step(5);
                trainer.save();
                Thread.sleep(2); // some 2 ms for each 5 updates: it cannot reach the end before it is killed
            }
        }
    }
}
