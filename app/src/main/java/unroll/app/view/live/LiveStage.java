package unroll.app.view.live;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import unroll.app.chart.Ink;
import unroll.app.sequence.Channel;
import unroll.app.sequence.Channels;
import unroll.app.sequence.ControlledPortrayal;
import unroll.app.sequence.Movements;
import unroll.engine.control.Plant;
import unroll.engine.control.Quantity;
import unroll.engine.probe.LiveMovement;

/** Where a live movement takes place, and how large what a hand does there is. */
final class LiveStage {
    /** What is seen around what is moved, as a share of its size. */
    private static final double AROUND = 0.12;

    /** The numbers are drawn anew at every so many frames. */
    private static final int NUMBERS_EVERY = 4;

    private final LiveMovement movement;
    private final Rectangle2D learned;
    private final Rectangle2D seen;
    private final double newtons;
    private int frames;
    private Channels numbers = Movements.NONE.numbers();

    /** @param learned where the targets of the task are, in metres */
    LiveStage(LiveMovement movement, Rectangle2D learned) {
        this.movement = movement;
        this.learned = learned;
        seen = seen(plant(), learned);
        newtons = newtons(plant());
    }

    LiveMovement movement() {
        return movement;
    }

    Plant plant() {
        return movement.plant();
    }

    /** Half the width of where the targets are, m: what a hand moves and pushes by. */
    double size() {
        double size = Math.max(learned.getWidth(), learned.getHeight()) / 2;
        return size > 0 ? size : 0.1 * Math.max(seen.getWidth(), seen.getHeight());
    }

    /** A force at the tip that takes commands of a usual size to hold against, N. */
    double newtons() {
        return newtons;
    }

    private static Rectangle2D seen(Plant plant, Rectangle2D learned) {
        double[] corners = new double[2 * plant.corners()];
        plant.points(plant.home(), 0, corners);
        Rectangle2D all = new Rectangle2D.Double();
        all.setRect(learned);
        for (int c = 0; c < corners.length; c += 2) {
            all.add(corners[c], corners[c + 1]);
        }
        double margin = AROUND * Math.max(Math.max(all.getWidth(), all.getHeight()), 1e-3);
        return new Rectangle2D.Double(
                all.getX() - margin, all.getY() - margin, all.getWidth() + 2 * margin, all.getHeight() + 2 * margin);
    }

    private static double newtons(Plant plant) {
        double most = 0;
        double[] commands = new double[plant.forces()];
        for (int direction = 0; direction < 2; direction++) {
            plant.push(plant.home(), 0, 1 - direction, direction, commands);
            for (int i = 0; i < commands.length; i++) {
                most = Math.max(
                        most, Math.abs(commands[i]) / plant.commands().get(i).typical());
            }
        }
        return 1 / most;
    }

    /** What a frame shows. */
    Movements movements(Frame frame) {
        List<Frame.Beat> trail = frame.trail();
        boolean[] pushed = new boolean[trail.size() - 1];
        double[][] corners = new double[trail.size()][];
        for (int t = 0; t < trail.size(); t++) {
            corners[t] = trail.get(t).corners();
            if (t > 0) {
                pushed[t - 1] = trail.get(t).pushed();
            }
        }
        if (frames++ % NUMBERS_EVERY == 0) {
            numbers = numbers(trail.subList(1, trail.size()));
        }
        Movements.Track track = new Movements.Track(
                ControlledPortrayal.NETWORK,
                Ink.MAIN,
                corners,
                pushed,
                plant().tip(frame.hand().goal(), 0));
        return new Movements(List.of(track), outline(), numbers, Optional.of(seen));
    }

    private double[] outline() {
        return learned.getWidth() > 0
                ? new double[] {
                    learned.getMinX(), learned.getMinY(), learned.getMaxX(), learned.getMinY(),
                    learned.getMaxX(), learned.getMaxY(), learned.getMinX(), learned.getMaxY()
                }
                : new double[0];
    }

    /** Commands first: they are what the network chooses. */
    private Channels numbers(List<Frame.Beat> trail) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < plant().forces(); i++) {
            int number = i;
            channels.add(channel(plant().commands().get(i), trail, beat -> beat.commands()[number]));
        }
        for (int i = 0; i < plant().width(); i++) {
            int number = i;
            channels.add(channel(plant().states().get(i), trail, beat -> beat.state()[number]));
        }
        return new Channels(
                channels, List.of(), List.of(), new Channels.Lines("", ControlledPortrayal.NETWORK, "", false));
    }

    private static Channel channel(Quantity quantity, List<Frame.Beat> trail, ToDoubleFunction<Frame.Beat> number) {
        float[] none = new float[trail.size()];
        Arrays.fill(none, Float.NaN);
        float[] numbers = new float[trail.size()];
        for (int t = 0; t < numbers.length; t++) {
            numbers[t] = (float) number.applyAsDouble(trail.get(t));
        }
        return new Channel(quantity.name() + ", " + quantity.unit(), none, numbers, none);
    }
}
