package unroll.app.valley;

import java.util.List;
import unroll.app.chart.DecayData;
import unroll.app.chart.ValleyData;
import unroll.app.chart.ValleyPlot;
import unroll.app.edit.History;
import unroll.app.screen.ScreenController;
import unroll.app.sheet.SettingEdit;

/** Runs the methods whenever a constant changes, lets the trails grow, and remembers what was changed. */
public final class ValleyController implements ScreenController {
    /** Updates a second that can be chosen. */
    public static final List<Integer> SPEEDS = List.of(2, 5, 10, 20, 50);

    private final ValleyModel model;
    private final History<Setup> history = new History<>(Preset.FIGURE.setup());
    private final TrailAnimation growth;
    private DescentTrajectories trajectories = new DescentTrajectories(Preset.FIGURE.setup());
    private boolean seen;
    private boolean stale = true;

    public ValleyController(ValleyModel model) {
        this.model = model;
        growth = new TrailAnimation(model);
        history.valueProperty().subscribe(model.setup::set);
        model.setupProperty().subscribe((before, after) -> changed(before, after));
        model.shownProperty().subscribe((before, after) -> draw());
        model.stepShownProperty().subscribe((before, after) -> draw());
        model.spanProperty().subscribe((before, after) -> draw());
        for (Method method : Method.values()) {
            model.laneProperty(method).subscribe((before, after) -> draw());
        }
    }

    /** What was changed, to be undone. */
    public History<Setup> history() {
        return history;
    }

    /** What nobody sees is not drawn, and does not play. */
    @Override
    public void look(boolean nowSeen) {
        seen = nowSeen;
        growth.show(nowSeen);
        if (nowSeen && stale) {
            draw();
        }
    }

    // Constants

    /** Takes other constants. */
    void edit(SettingEdit<Setup> edit) {
        history.apply(edit.name(), edit.after(), edit.held());
    }

    /** Moves the start. */
    void start(double x, double y, boolean held) {
        String name = "Start at " + ValleyWords.number(x) + ", " + ValleyWords.number(y);
        edit(new SettingEdit<>(name, model.setupProperty().get().from(x, y), held));
    }

    /** Moves the start by a little. */
    public void moveStart(double right, double up) {
        Setup now = model.setupProperty().get();
        start(
                hundredths(Math.clamp(now.x() + right, -ValleyPlot.HALF_WIDTH, ValleyPlot.HALF_WIDTH)),
                hundredths(Math.clamp(now.y() + up, -ValleyPlot.HALF_HEIGHT, ValleyPlot.HALF_HEIGHT)),
                false);
    }

    private static double hundredths(double value) {
        return Math.rint(100 * value) / 100;
    }

    /** Takes the constants of a preset, its axis, and shows all of its updates. */
    public void take(Preset preset) {
        model.playingProperty().set(false);
        history.apply(preset.label(), preset.setup());
        model.spanProperty().set(preset.span());
        model.shownProperty().set(preset.setup().updates());
    }

    /** Takes the preset after the one that holds; the first if none does. */
    public void takeNext() {
        Setup now = model.setupProperty().get();
        List<Preset> all = Preset.ALL;
        Preset next = all.getFirst();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).setup().equals(now)) {
                next = all.get((i + 1) % all.size());
            }
        }
        take(next);
    }

    // Growing

    /** Lets the trails grow, from the start if all is shown; or halts them. */
    public void playOrPause() {
        boolean play = !model.playingProperty().get();
        if (play && model.shownProperty().get() >= updates()) {
            model.shownProperty().set(0);
        }
        model.playingProperty().set(play);
    }

    /** Shows so many updates more. */
    public void step(int by) {
        model.playingProperty().set(false);
        model.shownProperty().set(Math.clamp(model.shownProperty().get() + (long) by, 0, updates()));
    }

    /** Back to the start. */
    public void reset() {
        step(-updates());
    }

    /** Chooses the next faster or slower speed. */
    public void hurry(int by) {
        int now = SPEEDS.indexOf(model.speedProperty().get());
        model.speedProperty().set(SPEEDS.get(Math.clamp(now + (long) by, 0, SPEEDS.size() - 1)));
    }

    private int updates() {
        return model.setupProperty().get().updates();
    }

    // Drawing

    /** Chooses the decades that hold the distances as they are now. */
    public void fit() {
        model.spanProperty().set(trajectories.span(model.methods()));
    }

    private void changed(Setup before, Setup after) {
        trajectories = new DescentTrajectories(after);
        boolean whole = model.shownProperty().get() >= before.updates()
                && !model.playingProperty().get();
        model.shownProperty()
                .set(whole ? after.updates() : Math.min(model.shownProperty().get(), after.updates()));
        draw();
    }

    private void draw() {
        stale = !seen;
        if (stale) {
            return;
        }
        Setup setup = trajectories.setup();
        List<Method> methods = model.methods();
        int shown = model.shownProperty().get();
        model.picture.set(
                picture(trajectories, methods, shown, model.stepShownProperty().get()));
        DistanceRange span = model.spanProperty().get();
        List<DecayData.Lane> lanes = methods.stream()
                .map(method -> new DecayData.Lane(method.label(), method.ink(), trajectories.distances(method, shown)))
                .toList();
        model.distances.set(new DecayData(lanes, setup.updates(), span.low(), span.high()));
        model.trouble.set(ValleyWords.trouble(trajectories, methods));
        model.insight.set(ValleyWords.insight(setup));
    }

    static ValleyData picture(DescentTrajectories trajectories, List<Method> methods, int shown, boolean steps) {
        return new ValleyData(
                trajectories.setup().first(),
                trajectories.setup().second(),
                trajectories.setup().angle(),
                methods.stream().map(trajectories::trail).toList(),
                shown,
                steps
                        ? methods.stream()
                                .filter(method -> trajectories.path(method).updates() > 0)
                                .map(method -> trajectories.next(method, shown))
                                .toList()
                        : List.of());
    }
}
