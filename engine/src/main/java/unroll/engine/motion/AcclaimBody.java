package unroll.engine.motion;

import java.util.List;

/**
 * What a skeleton file of Acclaim's says.
 *
 * @param skeleton a joint where each bone begins, the root first, and after them one where each of those ends on which no other hangs
 * @param bones the root and the bones, which are the first joints of the skeleton
 * @param angle radians of a unit of its angles
 */
record AcclaimBody(Skeleton skeleton, List<AcclaimBone> bones, double angle) {
    AcclaimBody {
        bones = List.copyOf(bones);
    }

    /**
     * How it stands.
     *
     * @param numbers {@code [bone][channel]}
     * @param angle radians of a unit of the angles among them
     */
    Posture posture(double[][] numbers, double angle) {
        Vector[] places = new Vector[skeleton.size()];
        Rotation[] turns = new Rotation[skeleton.size()];
        for (int j = 0; j < places.length; j++) {
            Vector offset = skeleton.joints().get(j).offset();
            boolean end = j >= bones.size();
            places[j] = end ? offset : offset.plus(bones.get(j).moved(numbers[j]));
            turns[j] = end ? Rotation.NONE : bones.get(j).turn(numbers[j], angle);
        }
        return new Posture(places, turns);
    }
}
