package unroll.engine.motion;

/**
 * How a skeleton of J joints stands at one moment; the arrays are not to be written to.
 *
 * @param places {@code [J]}: where each joint lies in its parent's frame; of the root, in the world
 * @param turns {@code [J]}: how each joint is turned in its parent's frame; of the root, in the world
 */
record Posture(Vector[] places, Rotation[] turns) {
    /** Bytes of memory that a joint takes: a place, a turn and the references to them. */
    static final double BYTES = 100;

    Posture {
        if (places.length != turns.length) {
            throw new IllegalArgumentException(places.length + " places for " + turns.length + " joints");
        }
    }

    /** Where all joints are in the world, {@code [J]}: forward kinematics. */
    Vector[] positions(Skeleton skeleton) {
        Vector[] positions = new Vector[places.length];
        Rotation[] frames = new Rotation[places.length];
        for (int j = 0; j < places.length; j++) {
            int parent = skeleton.parent(j);
            if (parent == Skeleton.NOTHING) {
                positions[j] = places[j];
                frames[j] = turns[j];
            } else {
                positions[j] = positions[parent].plus(frames[parent].of(places[j]));
                frames[j] = frames[parent].after(turns[j]);
            }
        }
        return positions;
    }

    /** The same with another root. */
    Posture withRoot(Vector place, Rotation turn) {
        Vector[] moved = places.clone();
        Rotation[] turned = turns.clone();
        moved[0] = place;
        turned[0] = turn;
        return new Posture(moved, turned);
    }
}
