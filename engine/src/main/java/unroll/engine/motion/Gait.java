package unroll.engine.motion;

/**
 * A way to go on two legs. Lengths are metres, angles radians; what swings, swings once in a stride, which is a step of each foot.
 *
 * @param speed metres a second
 * @param cadence strides a second
 * @param duty share of a stride that a foot stands; below a half there is a flight
 * @param crouch how much lower than upright the hips are
 * @param bounce half the way that the hips go up and down by themselves
 * @param lean of the body, forward
 * @param width between the feet
 * @param trail how far behind the hips a foot stands in the middle of its stance
 * @param lift of a foot in the middle of its swing
 * @param kick of the toes down in the first half of the swing, as the heel goes up
 * @param strike how far the toes are up when the heel comes down
 * @param push how far the heel is up when the toes leave the ground
 * @param arms half the angle that the arms swing
 * @param reach how far forward the arms are held
 * @param elbow how far the elbows are bent
 * @param hips half the angle that the hips turn about the vertical, against the chest
 * @param nod how far the head looks down
 */
record Gait(
        double speed,
        double cadence,
        double duty,
        double crouch,
        double bounce,
        double lean,
        double width,
        double trail,
        double lift,
        double kick,
        double strike,
        double push,
        double arms,
        double reach,
        double elbow,
        double hips,
        double nod) {
    static final Gait WALK =
            new Gait(1.15, 0.95, 0.62, 0.03, 0.005, 0.05, 0.15, 0.06, 0.06, 0.2, 0.3, 0.65, 0.4, 0, 0.3, 0.1, 0.05);
    static final Gait RUN =
            new Gait(2.6, 1.35, 0.36, 0.08, 0.03, 0.2, 0.1, 0.04, 0.22, 0.9, 0.1, 0.7, 0.65, -0.1, 1.5, 0.15, 0);
    static final Gait MARCH =
            new Gait(0.9, 0.9, 0.58, 0.01, 0.005, 0, 0.14, 0.02, 0.26, 0.1, 0.05, 0.5, 0.8, 0, 0.1, 0.03, -0.05);
    static final Gait SNEAK =
            new Gait(0.5, 0.6, 0.68, 0.16, 0.01, 0.4, 0.2, 0, 0.15, 0.2, 0.02, 0.4, 0.15, 0.6, 1.4, 0.08, 0.3);
    static final Gait TRUDGE =
            new Gait(0.65, 0.7, 0.66, 0.06, 0.01, 0.3, 0.18, 0.05, 0.03, 0.15, 0.1, 0.5, 0.15, 0.1, 0.15, 0.06, 0.45);

    /** {@code share} of another gait and the rest of this one, part by part. */
    Gait mixed(Gait other, double share) {
        double rest = 1 - share;
        return new Gait(
                rest * speed + share * other.speed,
                rest * cadence + share * other.cadence,
                rest * duty + share * other.duty,
                rest * crouch + share * other.crouch,
                rest * bounce + share * other.bounce,
                rest * lean + share * other.lean,
                rest * width + share * other.width,
                rest * trail + share * other.trail,
                rest * lift + share * other.lift,
                rest * kick + share * other.kick,
                rest * strike + share * other.strike,
                rest * push + share * other.push,
                rest * arms + share * other.arms,
                rest * reach + share * other.reach,
                rest * elbow + share * other.elbow,
                rest * hips + share * other.hips,
                rest * nod + share * other.nod);
    }

    /** The same as another person has it: faster by a factor, and with more or less of a swing. */
    Gait varied(double pace, double swing) {
        return new Gait(
                speed * pace * swing,
                cadence * pace,
                duty,
                crouch,
                bounce * swing,
                lean,
                width,
                trail,
                lift * swing,
                kick,
                strike,
                push,
                arms * swing,
                reach,
                elbow,
                hips * swing,
                nod);
    }
}
