package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.control.CartPole;
import unroll.engine.control.Integrator;
import unroll.engine.control.MonkeyArm;
import unroll.engine.control.PlantSettings;
import unroll.engine.loss.Collapse;
import unroll.engine.loss.Loss;
import unroll.engine.motion.Upright;
import unroll.engine.music.Keyboard;
import unroll.engine.music.StepUnit;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Schema;

/** Every task, small: what a law about tasks is held to. Tests stand in the folder of a module, beside which the engine's is. */
public final class EveryTask {
    /** 40 pictures of 4 x 3 pixels; pixel p of picture i is (7 i + 31 p) mod 256. */
    private static final FilePath PICTURES = new FilePath(Path.of("../engine/src/test/resources/pictures.idx"));

    /** Somebody of two joints who goes along a circle, 120 frames. */
    private static final FilePath MOTION = new FilePath(Path.of("../engine/src/test/resources/circle.bvh"));

    /** Some tasks in more than one form. */
    public static final List<TaskSettings> SMALL = List.of(
            new BouncingBalls(3, 15, 20, 1.2),
            new BouncingBalls(8, 5, 20, 0.5),
            new BouncingBalls(3, 15, 20, 1.2, FilmNoise.DENOISE),
            new BouncingBalls(2, 9, 20, 1.2, FilmNoise.PREDICT),
            new Addition(10),
            new Addition(57),
            new Multiplication(11),
            new Xor(40),
            new TemporalOrder(30),
            new TemporalOrder3(31),
            new Permutation(20, 100),
            new Memorisation(5, 10, 7),
            new Reversal(3, 12),
            new Copy(3, 12),
            new Parity(30),
            new BinaryAddition(20, 2),
            new RunningSum(3),
            new LargerTotal(30),
            new GivenSequences("1 2; 0 1 x3 | 3 4 | 5 6; 7 8", "0; . x2; 1 | 2 | .; 9", 6, Loss.SQUARED),
            new MackeyGlass(60, 20, 17),
            OwnSeriesTest.own(Path.of("../sample-data/pendulum"), 30, true),
            new Spelling(5, 8, 1, 2, 6, 2, 5, 0.5, Collapse.DROP_BLANKS, 10),
            new Spelling(1, 3, 7, 4, 9, 1, 1, 0.1, Collapse.MERGE_REPEATS, 1),
            new Text(new FilePath(Path.of("../sample-data/text/tales.txt")), 40, 10, 30, false, ""),
            new Curves(9, 4),
            new OwnPictures(PICTURES, 3, 5, true),
            new OwnPictures(PICTURES, 4, 5, false),
            new Walking(12, 10),
            new OwnMotion(MOTION, 20, 10, Upright.FOUND),
            new PianoRolls(
                    new FilePath(Path.of("../sample-data/music/chorales")),
                    StepUnit.FOUND,
                    0.05,
                    Keyboard.PIANO,
                    20,
                    6,
                    PianoRolls.Judging.TEST),
            new CenterOut(arm(), 0.03, 16, 8, 0.01, Integrator.EULER, 1e-4, false),
            new Holding(new CartPole(1, 0.1, 0.5, 10), 0.04, 0.1, 2, 9, 0.01, Integrator.RUNGE_KUTTA, 1e-8, true),
            new Reaching(arm(), 0.06, 2, 4, 0.2, 0.1, 0.01, 3, 10, 0.01, Integrator.EULER, 1e-6, false));

    private EveryTask() {}

    private static PlantSettings arm() {
        return Schema.of(MonkeyArm.class).initial();
    }
}
