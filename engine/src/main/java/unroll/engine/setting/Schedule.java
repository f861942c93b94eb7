package unroll.engine.setting;

import java.util.ArrayList;
import java.util.List;

/**
 * A number that changes with the updates: piecewise constant, each piece from its first update on.
 *
 * <p>Written {@code 0.01} or {@code 0: 3e-5, 1500: 3e-4}; the learning rates and momenta of thesis sec. 7.3 and 7.4 are
 * such lists.
 *
 * @param pieces at least one, the first from update 0, ascending in {@code from}
 */
public record Schedule(List<Piece> pieces) {
    /**
     * @param from the first update (counted from 0) that uses the value
     * @param value a finite number
     */
    public record Piece(long from, double value) {
        public Piece {
            if (from < 0) {
                throw new SettingsException("", "a schedule begins at update 0, not at " + from);
            }
            if (!Double.isFinite(value)) {
                throw new SettingsException("", "a schedule's values must be finite numbers, not " + value);
            }
        }
    }

    public Schedule {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.getFirst().from() != 0) {
            throw new SettingsException("", "a schedule needs a value from update 0 on");
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).from() <= pieces.get(i - 1).from()) {
                throw new SettingsException(
                        "",
                        "a schedule's updates must ascend, but " + pieces.get(i).from() + " follows "
                                + pieces.get(i - 1).from());
            }
        }
    }

    /** The same value at every update. */
    public static Schedule constant(double value) {
        return new Schedule(List.of(new Piece(0, value)));
    }

    /**
     * The momentum of thesis sec. 7.3: its values one after the other at exponentially spaced updates, so that the last
     * is reached at {@code reached}; each piece is twice as long as the one before.
     */
    public static Schedule exponentiallySpaced(List<Double> values, long reached) {
        if (values.size() < 2) {
            throw new IllegalArgumentException("values that are reached one after the other are at least 2");
        }
        List<Piece> pieces = new ArrayList<>();
        double unit = reached / (Math.pow(2, values.size() - 1) - 1);
        for (int i = 0; i < values.size(); i++) {
            pieces.add(new Piece(Math.round(unit * (Math.pow(2, i) - 1)), values.get(i)));
        }
        return new Schedule(pieces);
    }

    /** Reads {@code 0.01} or {@code 0: 3e-5, 1500: 3e-4}. */
    public static Schedule parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split(":", -1);
            try {
                if (sides.length > 2) {
                    throw new NumberFormatException(part);
                }
                long from = sides.length == 1 ? 0 : Long.parseLong(sides[0].strip());
                pieces.add(new Piece(from, Double.parseDouble(sides[sides.length - 1].strip())));
            } catch (NumberFormatException e) {
                throw new SettingsException(
                        "", "'" + text + "' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces");
            }
        }
        return new Schedule(pieces);
    }

    /** The value at {@code update}; allocates nothing. */
    public double at(long update) {
        int i = pieces.size() - 1;
        while (pieces.get(i).from() > update) {
            i--;
        }
        return pieces.get(i).value();
    }

    /** This schedule up to {@code update}, and {@code value} from there on: what a change of a live setting means. */
    public Schedule from(long update, double value) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.from() < update) {
                kept.add(piece);
            }
        }
        kept.add(new Piece(kept.isEmpty() ? 0 : update, value));
        return new Schedule(kept);
    }

    /** This schedule before {@code update} and {@code other} from there on. */
    public Schedule followedBy(Schedule other, long update) {
        List<Piece> spliced = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.from() < update) {
                spliced.add(piece);
            }
        }
        if (spliced.isEmpty() || spliced.getLast().value() != other.at(update)) {
            spliced.add(new Piece(spliced.isEmpty() ? 0 : update, other.at(update)));
        }
        for (Piece piece : other.pieces) {
            if (piece.from() > update) {
                spliced.add(piece);
            }
        }
        return new Schedule(spliced);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        if (pieces.size() == 1) {
            return Decimal.text(pieces.getFirst().value());
        }
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(piece.from())
                    .append(": ")
                    .append(Decimal.text(piece.value()));
        }
        return out.toString();
    }
}
