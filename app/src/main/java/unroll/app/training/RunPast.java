package unroll.app.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Heatmap;
import unroll.app.control.LossChart;
import unroll.app.control.SequenceView;
import unroll.app.export.Past;
import unroll.engine.run.Replica;
import unroll.engine.run.Trainer;
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
                yield Optional.of(new Looking(
                        twin, trainer, look -> twin.depictionProperty().set(look.depiction())));
            }
            case Heatmap hidden -> {
                Heatmap twin = hidden.twin();
                twin.timeProperty().set(model.timeProperty().get());
                yield Optional.of(
                        new Looking(twin, trainer, look -> twin.matrixProperty().set(look.hidden())));
            }
            case LossChart chart -> Optional.of(new Marking(chart.twin()));
            default -> Optional.empty();
        });
    }

    /** What a remembered network makes of the test sequence. */
    private final class Looking implements Showing {
        private final Node view;
        private final Trainer trainer;
        private final Consumer<Look> show;
        private final int sequence = model.sequenceProperty().get();
        private final int freeRunFrom = model.freeRunFromProperty().get();
        private @Nullable Replica replica;

        Looking(Node view, Trainer trainer, Consumer<Look> show) {
            this.view = view;
            this.trainer = trainer;
            this.show = show;
        }

        @Override
        public Node node() {
            return view;
        }

        @Override
        public Runnable at(long update) {
            Replica network = replica;
            if (network == null) {
                network = Replica.of(trainer.folder());
                replica = network;
            }
            network.lookBack(trainer.folder(), update);
            Appearance appearance = trainer.task().appearance();
            Look look = Look.of(network.run(sequence - 1, freeRunFrom), appearance, freeRunFrom);
            return () -> show.accept(look);
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
