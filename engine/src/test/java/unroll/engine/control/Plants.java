package unroll.engine.control;

import java.util.List;
import unroll.engine.setting.Schema;

/** Every plant as it is at first, what laws about plants are held to. */
public final class Plants {
    public static final TwoJointArm MONKEY =
            Schema.of(MonkeyArm.class).initial().plant();
    public static final TwoJointArm HUMAN = Schema.of(HumanArm.class).initial().plant();

    /** That of the monkey with friction in both joints. */
    public static final TwoJointArm STIFF =
            new TwoJointArm(MONKEY.upper(), MONKEY.lower(), 0.003, 0.0015, 0.1, 0.5, 1.6);

    public static final List<Plant> ALL =
            List.of(MONKEY, HUMAN, STIFF, new MassPoint(2, 0.3, 3), new CartPole(1, 0.1, 0.5, 10));

    private Plants() {}

    /** The monkey's with another unit of torque. */
    static TwoJointArm monkey(double unit) {
        return new TwoJointArm(MONKEY.upper(), MONKEY.lower(), 0, 0, unit, 0.5, 1.6);
    }
}
