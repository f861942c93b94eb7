package unroll.app.dock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A part of a window: one place, or several parts beside or above each other. */
public sealed interface DockPart {
    /** All views, in reading order. */
    List<String> views();

    /**
     * A place that one view fills at a time.
     *
     * @param views their names, in the order of their tabs
     * @param front the one that is seen
     */
    record Place(List<String> views, String front) implements DockPart {
        public Place {
            views = List.copyOf(views);
            if (!views.contains(front)) {
                throw new IllegalArgumentException("the view in front, " + front + ", is none of " + views);
            }
        }

        /** A place of one view, or of several with the first in front. */
        public static Place of(String... views) {
            return new Place(List.of(views), views[0]);
        }
    }

    /**
     * Parts in a row or a column.
     *
     * @param across whether they are beside each other; else above each other
     * @param parts at least two, none a split of the same direction
     * @param shares what each has of the width or height; they sum to 1
     */
    record Split(boolean across, List<DockPart> parts, List<Double> shares) implements DockPart {
        /** Sums of shares are rounded. */
        private static final double ROUNDING = 1e-6;

        public Split {
            parts = List.copyOf(parts);
            shares = List.copyOf(shares);
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (parts.size() < 2 || parts.size() != shares.size() || !(Math.abs(sum - 1) < ROUNDING)) {
                throw new IllegalArgumentException(parts.size() + " parts have the shares " + shares);
            }
            boolean nested = false;
            for (DockPart part : parts) {
                nested |= part instanceof Split inner && inner.across() == across;
            }
            if (nested || shares.stream().anyMatch(share -> !(share > 0))) {
                throw new IllegalArgumentException("parts of " + parts + " with shares " + shares);
            }
        }

        @Override
        public List<String> views() {
            return parts.stream().flatMap(part -> part.views().stream()).toList();
        }
    }

    /** The places, in reading order. */
    default Stream<Place> places() {
        return switch (this) {
            case Place place -> Stream.of(place);
            case Split split -> split.parts().stream().flatMap(DockPart::places);
        };
    }

    /** What is left with only those views; those that stay have the room of those that go. */
    default Optional<DockPart> only(Predicate<String> stays) {
        return switch (this) {
            case Place place -> {
                List<String> left = place.views().stream().filter(stays).toList();
                yield left.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Place(left, left.contains(place.front()) ? place.front() : left.getFirst()));
            }
            case Split split -> {
                List<DockPart> left = new ArrayList<>();
                List<Double> shares = new ArrayList<>();
                for (int i = 0; i < split.parts().size(); i++) {
                    Optional<DockPart> part = split.parts().get(i).only(stays);
                    if (part.isPresent()) {
                        left.add(part.get());
                        shares.add(split.shares().get(i));
                    }
                }
                yield left.isEmpty() ? Optional.empty() : Optional.of(line(split.across(), left, shares));
            }
        };
    }

    /** The same with another part at the place that has a view. */
    default DockPart at(String view, UnaryOperator<DockPart> change) {
        return switch (this) {
            case Place place -> place.views().contains(view) ? change.apply(place) : place;
            case Split split ->
                line(
                        split.across(),
                        split.parts().stream()
                                .map(part -> part.at(view, change))
                                .toList(),
                        split.shares());
        };
    }

    /** This part and another beside it, which takes a share of the room. */
    default DockPart beside(Side side, DockPart other, double share) {
        List<DockPart> parts = side.first() ? List.of(other, this) : List.of(this, other);
        return line(side.across(), parts, side.first() ? List.of(share, 1 - share) : List.of(1 - share, share));
    }

    /**
     * The same with other shares at one split.
     *
     * @param path the index of each part on the way from here to the split
     */
    default DockPart shared(List<Integer> path, List<Double> shares) {
        if (!(this instanceof Split split)) {
            throw new IllegalArgumentException("a place is not divided");
        }
        if (path.isEmpty()) {
            return new Split(split.across(), split.parts(), shares);
        }
        List<DockPart> parts = new ArrayList<>(split.parts());
        int index = path.getFirst();
        parts.set(index, parts.get(index).shared(path.subList(1, path.size()), shares));
        return new Split(split.across(), parts, split.shares());
    }

    /** The same with every split in equal shares: two that are equal then differ in shares alone. */
    default DockPart evenly() {
        return switch (this) {
            case Place place -> place;
            case Split split ->
                new Split(
                        split.across(),
                        split.parts().stream().map(DockPart::evenly).toList(),
                        Collections.nCopies(
                                split.parts().size(), 1.0 / split.parts().size()));
        };
    }

    /** Parts in a line, in the form that a split asks for: shares sum to 1, a line within such a line is one line. */
    private static DockPart line(boolean across, List<DockPart> parts, List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        List<DockPart> flat = new ArrayList<>();
        List<Double> flatShares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            double share = shares.get(i) / sum;
            if (parts.get(i) instanceof Split inner && inner.across() == across) {
                for (int j = 0; j < inner.parts().size(); j++) {
                    flat.add(inner.parts().get(j));
                    flatShares.add(share * inner.shares().get(j));
                }
            } else {
                flat.add(parts.get(i));
                flatShares.add(share);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Split(across, flat, flatShares);
    }
}
