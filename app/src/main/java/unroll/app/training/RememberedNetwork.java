package unroll.app.training;

import org.jspecify.annotations.Nullable;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/**
 * A network of its own that becomes what a run's was after one remembered update after the other, and is asked there; by one
 * thread at a time.
 *
 * @param <A> the answers
 */
final class RememberedNetwork<A> {
    private final RunFolder folder;
    private final Probe<A> question;
    private @Nullable Replica replica;

    RememberedNetwork(RunFolder folder, Probe<A> question) {
        this.folder = folder;
        this.question = question;
    }

    /**
     * What the network answered after an update.
     *
     * @throws unroll.engine.record.RunException where nothing is remembered of it
     */
    A at(long update) {
        Replica network = replica;
        if (network == null) {
            network = Training.network(folder);
            replica = network;
        }
        network.lookBack(folder, update);
        return question.answer(network);
    }
}
