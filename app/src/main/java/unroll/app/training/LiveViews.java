package unroll.app.training;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import unroll.app.control.Card;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.app.dock.DockPart;
import unroll.app.edit.History;
import unroll.app.view.Cues;
import unroll.app.view.LiveAnswer;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.along.LiveAlong;
import unroll.app.view.cells.LiveCells;
import unroll.app.view.dreams.LiveDreams;
import unroll.app.view.fields.LiveFields;
import unroll.app.view.flow.LiveFlow;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.histograms.LiveHistograms;
import unroll.app.view.live.LiveControl;
import unroll.app.view.loss.LiveLoss;
import unroll.app.view.movements.LiveMovements;
import unroll.app.view.netview.LiveNetwork;
import unroll.app.view.perturb.LivePerturb;
import unroll.app.view.perturb.PerturbController;
import unroll.app.view.phase.LivePhase;
import unroll.app.view.sequence.LiveSequence;
import unroll.app.view.shares.LiveShares;
import unroll.app.view.spectrum.LiveSpectrum;
import unroll.app.view.trajectories.LiveTrajectories;
import unroll.app.view.units.LiveUnits;
import unroll.app.view.update.LiveUpdate;
import unroll.app.view.weights.LiveWeights;
import unroll.app.view.weights.WeightHand;
import unroll.engine.perturb.HeldGate;
import unroll.engine.perturb.HeldWeight;

/** The list of the live views: the dock, the questions, the commands and the films of the training screen go over it. */
public final class LiveViews {
    /** Shares of the width and height: the pictures need width, the many units height. */
    private static final double LEFT = 0.45;

    private static final double UPPER = 0.46;

    /** A gate is held for so many steps at first. */
    private static final int HOLD = 5;

    private final List<LiveSeat<?>> seats;
    private final BooleanProperty looking = new SimpleBooleanProperty(this, "looking");
    private Optional<Dock> dock = Optional.empty();

    /**
     * Takes views that were made for it.
     *
     * @throws IllegalArgumentException where two have one name or one key
     */
    public LiveViews(List<LiveView<?>> views, Cues cues) {
        Set<Object> taken = new HashSet<>();
        for (LiveView<?> view : views) {
            if (!taken.add(view.name())) {
                throw new IllegalArgumentException("two views are called " + view.name());
            }
            if (!taken.add(view.key())) {
                throw new IllegalArgumentException(
                        "two views have the key Alt+" + view.key().getName());
            }
        }
        seats = views.stream().<LiveSeat<?>>map(view -> seat(view, cues)).toList();
    }

    private <A extends LiveAnswer> LiveSeat<A> seat(LiveView<A> view, Cues cues) {
        return new LiveSeat<>(view, cues, looking);
    }

    /**
     * All views there are, in the order of their tabs; a new one is one line here.
     *
     * @param perturbed shows what becomes of a weight that is tried, beside the weights
     * @param music what is heard and played
     * @param window runs what touches the window
     */
    public static LiveViews of(
            RunNews news, Cues cues, PerturbController perturb, Runnable perturbed, LiveMusic music, Executor window) {
        return new LiveViews(
                List.of(
                        new LiveLoss(news.progressProperty()),
                        new LiveSequence(perturb.model().perturbationsProperty(), music.sound()),
                        new LiveHidden(),
                        new LiveFlow(),
                        new LiveWeights(
                                hand(perturb, perturbed), perturb.model().heldWeights()),
                        new LiveNetwork(hand(perturb, () -> {}), perturb.model().perturbationsProperty()),
                        new LiveCells(
                                (gate, unit) -> {
                                    perturb.prepare(new HeldGate(gate, unit + 1, 1, HOLD, 1));
                                    perturbed.run();
                                },
                                perturb.model().perturbationsProperty()),
                        new LiveShares(perturb.model().perturbationsProperty()),
                        new LiveFields(),
                        new LiveDreams(),
                        new LiveControl(window),
                        new LiveMovements(),
                        new LiveHistograms(),
                        new LiveSpectrum(),
                        new LiveTrajectories(),
                        new LivePhase(window),
                        new LivePerturb(perturb),
                        new LiveUnits(),
                        new LiveUpdate(news.insideProperty()),
                        new LiveAlong(music.along(), music.keyboard())),
                cues);
    }

    /** Weights that are tried are perturbations. */
    private static WeightHand hand(PerturbController perturb, Runnable perturbed) {
        return new WeightHand() {
            @Override
            public void hold(List<HeldWeight> weights) {
                perturb.hold(weights);
                perturbed.run();
            }

            @Override
            public void letGo(HeldWeight weight) {
                perturb.letGo(weight);
            }
        };
    }

    /** The views in their order. */
    public List<LiveView<?>> all() {
        return seats.stream().<LiveView<?>>map(LiveSeat::view).toList();
    }

    /** Curves and sequence above, what goes on inside below: the update at the right, all else at the left. */
    public Arrangement arrangement() {
        List<String> apart = List.of(LiveLoss.NAME, LiveSequence.NAME, LiveUpdate.NAME);
        String[] inside = all().stream()
                .filter(LiveView::atFirst)
                .map(LiveView::name)
                .filter(name -> !apart.contains(name))
                .toArray(String[]::new);
        return Arrangement.of(new DockPart.Split(
                false,
                List.of(
                        beside(DockPart.Place.of(LiveLoss.NAME), DockPart.Place.of(LiveSequence.NAME)),
                        beside(DockPart.Place.of(inside), DockPart.Place.of(LiveUpdate.NAME))),
                List.of(UPPER, 1 - UPPER)));
    }

    private static DockPart beside(DockPart left, DockPart right) {
        return new DockPart.Split(true, List.of(left, right), List.of(LEFT, 1 - LEFT));
    }

    /** The views where {@code history} says; made once. */
    public Dock dock(History<Arrangement> history, Supplier<Stage> stages) {
        Dock made = new Dock(seats.stream().map(LiveSeat::dockable).toList(), arrangement(), history, stages);
        dock = Optional.of(made);
        return made;
    }

    /** The dock with the views, once the screen was needed. */
    public Optional<Dock> dock() {
        return dock;
    }

    /** Whether somebody sees the view of a name. */
    public BooleanExpression seen(String name) {
        return seats.stream()
                .filter(seat -> seat.view().name().equals(name))
                .<BooleanExpression>map(LiveSeat::seen)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view is called " + name));
    }

    /** Whether the screen is seen from now on. */
    void look(boolean seen) {
        looking.set(seen);
    }

    /** Has all forget the run before. */
    void begin(RunHead run) {
        seats.forEach(seat -> seat.view().begin(run));
    }

    /** Whether somebody sees a view of what is recorded there. */
    BooleanExpression seen(ObservableValue<?> record) {
        return seats.stream()
                .filter(seat -> seat.shows(record))
                .<BooleanExpression>map(LiveSeat::seen)
                .reduce(new ReadOnlyBooleanWrapper(false), BooleanExpression::or);
    }

    /** The view whose card this is. */
    Optional<LiveView<?>> of(Card card) {
        return seats.stream()
                .filter(seat -> seat.has(card))
                .<LiveView<?>>map(LiveSeat::view)
                .findFirst();
    }

    List<LiveSeat<?>> seats() {
        return seats;
    }
}
