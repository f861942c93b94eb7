package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotionCodeTest {
    @TempDir
    private Path folder;

    /** Turns of every size, from one frame to the next too: what no body does. */
    private Motion wild(int frames, long seed) throws IOException {
        return BvhFile.read(SmallBvh.write(folder, SmallBvh.text(frames, new Random(seed))));
    }

    private static List<Vector[]> decoded(MotionCode code, double[][] rows, GroundPlace start) {
        List<Vector[]> positions = new ArrayList<>();
        GroundPlace place = start;
        for (double[] row : rows) {
            place = code.after(row, place);
            positions.add(code.positions(row, place));
        }
        return positions;
    }

    private static double farthest(Motion motion, List<Vector[]> positions) {
        double farthest = 0;
        for (int frame = 1; frame < motion.frames(); frame++) {
            Vector[] expected = motion.positions(frame);
            Vector[] found = positions.get(frame - 1);
            for (int j = 0; j < expected.length; j++) {
                farthest = Math.max(farthest, found[j].minus(expected[j]).length());
            }
        }
        return farthest;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40})
    void rowsAndAStartGiveBackWhereAllJointsAre(int frames) throws IOException {
        Motion motion = wild(frames, frames);
        MotionCode code = MotionCode.of(List.of(motion, wild(50, 9)));
        double[][] rows = code.encode(motion);

        assertThat(rows).hasDimensions(frames - 1, code.names().size());
        assertThat(farthest(motion, decoded(code, rows, MotionCode.start(motion))))
                .isLessThan(1e-9);
        rows[0][2] += 0.01;
        assertThat(farthest(motion, decoded(code, rows, MotionCode.start(motion))))
                .isGreaterThan(1e-3);
    }

    @Test
    void rowsDoNotTellWhereAndInWhichDirectionSomebodyMoves() throws IOException {
        Motion motion = wild(30, 1);
        Rotation turn = Rotation.about(Direction.Y.direction(), 2.3);
        Vector shift = new Vector(100, 0, -30);
        Motion elsewhere = changed(motion, turn, shift);
        MotionCode code = MotionCode.of(List.of(motion));
        double[][] rows = code.encode(motion);
        double[][] others = code.encode(elsewhere);

        for (int r = 0; r < rows.length; r++) {
            assertThat(others[r]).containsExactly(rows[r], within(1e-10));
        }
        double[][] higher = code.encode(changed(motion, turn, new Vector(0, 1, 0)));
        assertThat(higher[0][code.names().indexOf("height")]).isNotCloseTo(rows[0][3], within(0.5));
        double[][] tilted = code.encode(changed(motion, Rotation.about(Direction.X.direction(), 0.1), Vector.ZERO));
        assertThat(tilted[0][code.names().indexOf("tilt x")]).isNotCloseTo(rows[0][4], within(0.01));
    }

    private static Motion changed(Motion motion, Rotation turn, Vector shift) {
        List<Posture> postures = new ArrayList<>();
        for (int frame = 0; frame < motion.frames(); frame++) {
            Posture posture = motion.posture(frame);
            postures.add(posture.withRoot(turn.of(posture.places()[0]).plus(shift), turn.after(posture.turns()[0])));
        }
        return new Motion(motion.skeleton(), motion.frameTime(), postures);
    }

    /** The body walks along a circle, facing where it goes: each of its steps is the same to it. */
    @Test
    void aWalkInACircleIsOneAndTheSameStep() {
        Skeleton skeleton = new Skeleton(List.of(new Skeleton.Joint("root", Skeleton.NOTHING, Vector.ZERO)));
        List<Posture> postures = new ArrayList<>();
        double circle = 2 * Math.PI / 60;
        for (int frame = 0; frame < 200; frame++) {
            double angle = circle * frame;
            Vector place = new Vector(-5 * Math.cos(angle), 1, 5 * Math.sin(angle));
            postures.add(new Posture(new Vector[] {place}, new Rotation[] {
                Rotation.about(Direction.Y.direction(), angle + Math.sin(frame) / 9)
            }));
        }
        Motion swaying = new Motion(skeleton, 0.1, postures);
        MotionCode code = MotionCode.of(List.of(swaying));
        assertThat(code.names()).containsExactly("step x", "step z", "turn");

        for (int frame = 0; frame < postures.size(); frame++) {
            postures.set(
                    frame,
                    postures.get(frame)
                            .withRoot(
                                    postures.get(frame).places()[0],
                                    Rotation.about(Direction.Y.direction(), circle * frame)));
        }
        for (double[] row : code.encode(new Motion(skeleton, 0.1, postures))) {
            assertThat(row[2]).isCloseTo(circle, within(1e-12));
            assertThat(row[1]).isCloseTo(5 * Math.sin(circle), within(1e-12));
            assertThat(row[0]).isCloseTo(5 * (1 - Math.cos(circle)), within(1e-12));
        }
    }

    /** A wheel that turns on: its angle is not to leap by a circle, where the turn itself does not. */
    @Test
    void anglesGoOnBeyondAHalfCircle() {
        Skeleton skeleton = new Skeleton(List.of(
                new Skeleton.Joint("root", Skeleton.NOTHING, Vector.ZERO),
                new Skeleton.Joint("wheel", 0, new Vector(1, 0, 0))));
        Vector axis = new Vector(1, 2, 3).unit();
        List<Posture> postures = new ArrayList<>();
        for (int frame = 0; frame < 100; frame++) {
            postures.add(new Posture(
                    new Vector[] {Vector.ZERO, new Vector(1, 0, 0)},
                    new Rotation[] {Rotation.NONE, Rotation.about(axis, 0.3 * frame)}));
        }
        Motion motion = new Motion(skeleton, 1, postures);
        MotionCode code = MotionCode.of(List.of(motion));
        double[][] rows = code.encode(motion);

        assertThat(code.names()).containsExactly("wheel x", "wheel y", "wheel z");
        for (int r = 0; r < rows.length; r++) {
            assertThat(rows[r][2]).isCloseTo(0.3 * (r + 1) * axis.z(), within(1e-9));
        }
    }

    @Test
    void numbersThatNeverChangeAreLeftOut() throws IOException {
        MotionCode code = MotionCode.of(List.of(wild(20, 4)));

        assertThat(code.names())
                .startsWith("step x", "step z", "turn", "height", "tilt x", "tilt z", "Chest x", "Chest y", "Chest z")
                .contains("Head of it place x", "Head of it place z", "mixamorig:Foot x")
                .doesNotContain("Head of it place y", "mixamorig:Foot y", "Chest place x")
                .noneMatch(name -> name.contains(" end "));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-3, 1, 3, 3.14159})
    void aRotationVectorGivesBackItsTurn(double angle) {
        Vector vector = new Vector(2, -1, 0.5).unit().times(angle);
        assertThat(Rotation.exp(vector).log().minus(vector).length()).isLessThan(1e-12);
        Rotation turn = Rotation.exp(vector);
        Rotation opposite = new Rotation(-turn.w(), -turn.x(), -turn.y(), -turn.z());
        assertThat(Rotation.exp(opposite.log())
                        .of(new Vector(1, 2, 3))
                        .minus(turn.of(new Vector(1, 2, 3)))
                        .length())
                .isLessThan(1e-12);
    }

    @Test
    void axesMakeTheTurnThatBringsThemThere() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            Rotation turn = Rotation.exp(
                    new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(2));
            Vector[] axes = Arrays.stream(Direction.values())
                    .map(axis -> turn.of(axis.direction()))
                    .toArray(Vector[]::new);
            Rotation found = Rotation.ofAxes(axes[0], axes[1], axes[2]);
            for (Direction axis : Direction.values()) {
                assertThat(found.of(axis.direction())
                                .minus(turn.of(axis.direction()))
                                .length())
                        .isLessThan(1e-12);
            }
        }
    }
}
