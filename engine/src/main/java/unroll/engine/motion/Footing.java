package unroll.engine.motion;

/**
 * Where a foot is: it stands where it was set, rolls from the heel over the sole to the toes, and swings to where it is set next.
 *
 * @param ankle in the world
 * @param turn of the foot in the world
 * @param toes how far the toes are bent up against the foot
 */
record Footing(Vector ankle, Rotation turn, double toes) {
    /** From the ankle to the heel and to the joint of the toes, as the foot stands. */
    static final Vector HEEL = new Vector(0, -0.07, -0.05);

    static final Vector BALL = new Vector(0, -0.07, 0.13);

    /** How far the toes point outward. */
    private static final double OUTWARD = 0.12;

    /** The share of a stance in which the sole comes down, and that after which the heel goes up. */
    private static final double DOWN = 0.2;

    private static final double UP = 0.5;

    /**
     * The foot of one side.
     *
     * @param side 1 for the left one, -1 for the right
     */
    static Footing of(Walk walk, int side, double time) {
        double offset = side > 0 ? 0 : 0.5; // the right foot is half a stride behind
        double made = walk.strides(time) + offset;
        double stride = Math.floor(made);
        double duty = duty(walk, stride, offset);
        double share = made - stride;
        if (share < duty) {
            return standing(walk, side, stride, share / duty);
        }
        Footing from = standing(walk, side, stride, 1);
        Footing to = standing(walk, side, stride + 1, 0);
        return swinging(from, to, walk.gait(time), (share - duty) / (1 - duty));
    }

    private static double duty(Walk walk, double stride, double offset) {
        return walk.gait(walk.time(stride - offset)).duty();
    }

    /** The foot of a stance, {@code share} of which is over. */
    private static Footing standing(Walk walk, int side, double stride, double share) {
        double offset = side > 0 ? 0 : 0.5;
        double middle = walk.time(stride - offset + duty(walk, stride, offset) / 2);
        Gait gait = walk.gait(middle);
        GroundPlace body = walk.place(middle);
        GroundPlace set = body.moved(side * gait.width() / 2, -gait.trail(), side * OUTWARD);
        Rotation heading = Rotation.about(Direction.Y.direction(), set.heading());
        Vector ankle = new Vector(set.x(), -HEEL.y(), set.z());
        double up = gait.strike() * (1 - Walk.smooth(share / DOWN));
        double pushed = gait.push() * Walk.smooth((share - UP) / (1 - UP));
        Vector pivot = pushed > 0 ? BALL : HEEL;
        double pitch = pushed - up;
        Rotation turn = heading.after(Rotation.about(Direction.X.direction(), pitch));
        return new Footing(ankle.plus(heading.of(pivot)).minus(turn.of(pivot)), turn, pushed);
    }

    private static Footing swinging(Footing from, Footing to, Gait gait, double share) {
        double gone = Walk.smooth(share);
        double wave = Math.sin(Math.PI * share);
        Vector ankle =
                from.ankle.plus(to.ankle.minus(from.ankle).times(gone)).plus(new Vector(0, gait.lift() * wave, 0));
        double early = Math.sin(Math.PI * Math.sqrt(share));
        Rotation turned = to.turn.after(from.turn.inverse());
        Rotation turn = Rotation.exp(turned.log().times(gone))
                .after(from.turn)
                .after(Rotation.about(Direction.X.direction(), gait.kick() * share * early * early));
        return new Footing(ankle, turn, from.toes + gone * (to.toes - from.toes));
    }
}
