package unroll.engine.setting;

/** Settings that cannot be used; its message is one sentence that says where, what and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A complaint about the setting at {@code place}, a dotted path such as {@code task.balls}. */
    public SettingsException(String place, String complaint) {
        super(place.isEmpty() ? complaint : place + ": " + complaint);
    }
}
