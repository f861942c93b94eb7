package unroll.engine.own;

import unroll.engine.data.DataException;
import unroll.engine.exchange.ExchangeException;
import unroll.engine.file.FileException;

/**
 * What became of a file.
 *
 * @param kind of data
 * @param expected what is known of it
 * @param happened what the program made of it, or its complaint
 */
record FileOutcome(String kind, String file, String expected, String happened, Verdict verdict) {
    /** Whether that is good. */
    enum Verdict {
        RIGHT("right"),
        REFUSED("refused with a true reason"),
        WRONGLY_REFUSED("refused wrongly, or without the true reason"),
        MISREAD("misread"),
        CRASH("crash");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Reads a file, and says in words what is right in it; or {@link Wrong}. */
    interface FileReading {
        String read() throws Exception;
    }

    /** Something was read that does not stand in the file. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String how) {
            super(how);
        }
    }

    /**
     * Reads a file and judges it.
     *
     * @param reason words of the complaint that is true of the file; empty where it is to be read
     */
    static FileOutcome of(String kind, String file, String expected, String reason, FileReading reading) {
        try {
            String read = reading.read();
            return new FileOutcome(kind, file, expected, read, reason.isEmpty() ? Verdict.RIGHT : Verdict.MISREAD);
        } catch (Wrong e) {
            return new FileOutcome(kind, file, expected, String.valueOf(e.getMessage()), Verdict.MISREAD);
        } catch (DataException | FileException | ExchangeException e) {
            String complaint = String.valueOf(e.getMessage());
            boolean truly = !reason.isEmpty() && complaint.contains(reason);
            return new FileOutcome(kind, file, expected, complaint, truly ? Verdict.REFUSED : Verdict.WRONGLY_REFUSED);
        } catch (Exception | Error e) {
            return new FileOutcome(kind, file, expected, e.toString(), Verdict.CRASH);
        }
    }

    /** A row of a table in Markdown; places on the machine are left out. */
    String row(String folder) {
        return "| " + file + " | " + cell(expected) + " | "
                + cell(happened.replaceAll("\\S*/junit-?\\d+/", "").replace(folder + "/", "")) + " | " + verdict.words()
                + " |";
    }

    private static String cell(String words) {
        return words.replace('\n', ' ').replace("|", "\\|");
    }
}
