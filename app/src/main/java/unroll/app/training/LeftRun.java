package unroll.app.training;

import java.util.List;
import java.util.Optional;
import unroll.app.chart.Curve;
import unroll.app.chart.LossData;
import unroll.engine.record.Expenses;
import unroll.engine.record.Origin;
import unroll.engine.record.RunFolder;

/** Reads how the run went on that a branch left. */
final class LeftRun {
    private LeftRun() {}

    /**
     * The tests of the run that was left, from where it was left on; nothing for a run that is no branch, or where that run is gone.
     *
     * @throws unroll.engine.record.RunException where its metrics cannot be read
     */
    static Optional<LossData.Left> of(RunFolder folder) {
        return folder.origin().flatMap(origin -> of(folder, origin));
    }

    private static Optional<LossData.Left> of(RunFolder folder, Origin origin) {
        RunFolder first = RunFolder.at(folder.path().resolveSibling(origin.run()));
        if (!first.begun()) {
            return Optional.empty();
        }
        List<Expenses.Test> tests = first.expenses().tests();
        int from = 0;
        while (from + 1 < tests.size() && tests.get(from + 1).update() <= origin.update()) {
            from++; // the last test that both have, so that the lines meet
        }
        List<Expenses.Test> own = tests.subList(Math.min(from, tests.size()), tests.size());
        double[] x = own.stream().mapToDouble(Expenses.Test::update).toArray();
        double[] y = own.stream().mapToDouble(test -> test.scores().getFirst()).toArray();
        return Optional.of(new LossData.Left(new Curve(x, y), origin.update()));
    }
}
