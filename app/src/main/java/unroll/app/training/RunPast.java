package unroll.app.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Heatmap;
import unroll.app.chart.LossChart;
import unroll.app.export.Past;
import unroll.app.sequence.SequenceView;
import unroll.app.view.perturb.ForkData;
import unroll.app.view.perturb.ForkView;
import unroll.app.view.perturb.PerturbProbe;
import unroll.engine.probe.Replica;
import unroll.engine.run.Trainer;
import unroll.engine.run.Training;
import unroll.engine.task.Appearance;

/** The remembered states of the run that is open, asked of a network of its own: views and training go on meanwhile. */
final class RunPast implements Past {
    private final TrainingModel model;
    private final Supplier<Optional<Trainer>> run;

    RunPast(TrainingModel model, Supplier<Optional<Trainer>> run) {
        this.model = model;
        this.run = run;
    }

    @Override
    public List<Long> updates() {
        return model.historyProperty().get();
    }

    @Override
    public Optional<Showing> of(Node view) {
        return run.get().flatMap(trainer -> switch (view) {
            case SequenceView sequence -> {
                SequenceView twin = sequence.twin();
                twin.timeProperty().set(model.timeProperty().get());
                yield Optional.of(new Remembered(
                        twin,
                        trainer,
                        looking(trainer, look -> twin.depictionProperty().set(look.depiction()))));
            }
            case Heatmap hidden -> {
                Heatmap twin = hidden.twin();
                twin.timeProperty().set(model.timeProperty().get());
                yield Optional.of(new Remembered(
                        twin,
                        trainer,
                        looking(trainer, look -> twin.matrixProperty().set(look.hidden()))));
            }
            case ForkView fork -> {
                ForkView twin = fork.twin();
                twin.timeProperty().set(model.timeProperty().get());
                PerturbProbe probe = Questions.perturbed(model);
                yield Optional.of(new Remembered(twin, trainer, replica -> {
                    ForkData answer = probe.answer(replica).fork();
                    return () -> twin.dataProperty().set(answer);
                }));
            }
            case LossChart chart -> Optional.of(new Marking(chart.twin()));
            default -> Optional.empty();
        });
    }

    /** What a network makes of the test sequence that is seen now. */
    private Function<Replica, Runnable> looking(Trainer trainer, Consumer<SequenceLook> show) {
        int sequence = model.sequenceProperty().get();
        int freeRunFrom = model.freeRunFromProperty().get();
        Appearance appearance = trainer.task().appearance();
        return replica -> {
            SequenceLook look = SequenceLook.of(replica.run(sequence - 1, freeRunFrom), appearance, freeRunFrom);
            return () -> show.accept(look);
        };
    }

    /** What a remembered network answers. */
    private static final class Remembered implements Showing {
        private final Node view;
        private final Trainer trainer;
        private final Function<Replica, Runnable> question;
        private @Nullable Replica replica;

        /** @param question asks a network, and returns what shows the answer on the window's thread */
        Remembered(Node view, Trainer trainer, Function<Replica, Runnable> question) {
            this.view = view;
            this.trainer = trainer;
            this.question = question;
        }

        @Override
        public Node node() {
            return view;
        }

        @Override
        public Runnable at(long update) {
            Replica network = replica;
            if (network == null) {
                network = Training.network(trainer.folder());
                replica = network;
            }
            network.lookBack(trainer.folder(), update);
            return question.apply(network);
        }
    }

    /** The update along the loss curves. */
    private record Marking(LossChart chart) implements Showing {
        @Override
        public Node node() {
            return chart;
        }

        @Override
        public Runnable at(long update) {
            return () -> chart.markProperty().set(update);
        }
    }
}
