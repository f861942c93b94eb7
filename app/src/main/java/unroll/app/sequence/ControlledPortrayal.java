package unroll.app.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import unroll.app.chart.Ink;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Ilqr;
import unroll.engine.control.Movement;
import unroll.engine.control.Plant;
import unroll.engine.control.Quantity;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Something that a network controls, beside the cheapest movement for one who knows all that will act. */
public record ControlledPortrayal(Appearance.Controlled controlled) implements Portrayal {
    /** Iterations of a plan; reaches take five to nine. */
    private static final int ITERATIONS = 200;

    /** Directions in which it is looked how far the tip can go, and the share of the way that it is told by. */
    private static final int DIRECTIONS = 90;

    private static final double SHARE = 0.01;

    /** What the movements of networks are called. */
    public static final String NETWORK = "network";

    /** What plans are called. */
    static final String PLAN = "plan";

    @Override
    public Movements depict(SequenceAnswer answer, int freeRunFrom) {
        Movement plan = plan(answer);
        return new Movements(tracks(answer, plan), reach(loop().plant()), numbers(answer, plan));
    }

    private ControlLoop loop() {
        return controlled.loop();
    }

    /** The cheapest movement of the plant in an answer's surroundings. */
    public Movement plan(SequenceAnswer answer) {
        return plan(doubles(answer.input()));
    }

    private Movement plan(double[][] given) {
        return new Ilqr(loop()).plan(Ilqr.Aim.of(loop().given(), given), ITERATIONS);
    }

    /** The plan, where there is one, and the movement of the network on top of it. */
    public List<Movements.Track> tracks(SequenceAnswer answer, Movement plan) {
        double[][] given = doubles(answer.input());
        double[][] states = new double[answer.end() + 1][];
        states[0] = Arrays.copyOfRange(
                given[0], loop().given().first(), loop().given().first() + states());
        for (int t = 0; t < answer.end(); t++) {
            states[t + 1] = doubles(answer.prediction()[t]);
        }
        List<Movements.Track> tracks = new ArrayList<>();
        if (Double.isFinite(plan.cost())) {
            tracks.add(track(PLAN, Ink.QUIET, plan.states(), given));
        }
        tracks.add(track(NETWORK, Ink.MAIN, states, given));
        return tracks;
    }

    private int states() {
        return loop().given().n();
    }

    private Movements.Track track(String name, Ink ink, double[][] states, double[][] given) {
        GivenRow row = loop().given();
        Plant plant = loop().plant();
        double[][] corners = new double[states.length][2 * plant.corners()];
        for (int t = 0; t < states.length; t++) {
            plant.points(states[t], 0, corners[t]);
        }
        boolean[] disturbed = new boolean[states.length - 1];
        for (int t = 0; t < disturbed.length; t++) {
            double[] acting = given[t];
            disturbed[t] = IntStream.range(row.disturbance(), row.noise()).anyMatch(i -> acting[i] != 0);
        }
        return new Movements.Track(name, ink, corners, disturbed, plant.tip(given[0], row.goal()));
    }

    /** Commands first: they are what the network chooses. */
    private Channels numbers(SequenceAnswer answer, Movement plan) {
        Plant plant = loop().plant();
        List<Quantity> quantities = Stream.concat(plant.commands().stream(), plant.states().stream())
                .toList();
        float[] none = new float[answer.end()];
        Arrays.fill(none, Float.NaN);
        boolean planned = Double.isFinite(plan.cost());
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            boolean command = i < plant.forces();
            int number = command ? i : i - plant.forces();
            float[] planOf = none.clone();
            float[] network = new float[answer.end()];
            for (int t = 0; t < network.length; t++) {
                network[t] = answer.prediction()[t][command ? states() + number : number];
                if (planned) {
                    planOf[t] = (float) (command ? plan.commands()[t] : plan.states()[t + 1])[number];
                }
            }
            Quantity quantity = quantities.get(i);
            channels.add(new Channel(quantity.name() + ", " + quantity.unit(), planOf, network, none));
        }
        return new Channels(channels, List.of(), List.of(), new Channels.Lines(PLAN, NETWORK, "", false));
    }

    /** Where the tip can be, as the farthest points around the first corner; none where it can go on and on, or cannot turn around. */
    private static double[] reach(Plant plant) {
        double[] corners = new double[2 * plant.corners()];
        plant.points(plant.home(), 0, corners);
        double length = 0;
        for (int c = 2; c < corners.length; c += 2) {
            length += Math.hypot(corners[c] - corners[c - 2], corners[c + 1] - corners[c - 1]);
        }
        double[] state = new double[plant.width()];
        double[] outline = new double[2 * DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            double x = Math.cos(2 * Math.PI * i / DIRECTIONS);
            double y = Math.sin(2 * Math.PI * i / DIRECTIONS);
            double far = 1 + SHARE;
            while (far > 0 && !plant.rest(corners[0] + far * length * x, corners[1] + far * length * y, state, 0)) {
                far -= SHARE;
            }
            if (far <= 0 || far > 1) {
                return new double[0];
            }
            outline[2 * i] = corners[0] + far * length * x;
            outline[2 * i + 1] = corners[1] + far * length * y;
        }
        return outline;
    }

    private static double[] doubles(float[] row) {
        double[] numbers = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            numbers[i] = row[i];
        }
        return numbers;
    }

    private static double[][] doubles(float[][] rows) {
        return Arrays.stream(rows).map(ControlledPortrayal::doubles).toArray(double[][]::new);
    }

    /** The plan of the batch's first movement. */
    @Override
    public Supplier<Region> card(Batch batch) {
        double[][] given = doubles(Inputs.of(batch));
        Movements plan = new Movements(
                List.of(track("", Ink.MAIN, plan(given).states(), given)),
                reach(loop().plant()),
                Movements.NONE.numbers());
        return () -> {
            MovementPlot plot = new MovementPlot(false);
            plot.getStyleClass().add("thumbnail-movement");
            plot.show(plan);
            plot.show(plan.steps() - 1);
            return plot;
        };
    }

    @Override
    public List<String> inputNames() {
        return controlled.numbers().inputs();
    }

    @Override
    public List<String> outputNames() {
        return controlled.numbers().outputs();
    }
}
