package unroll.engine.cli;

/**
 * A setting that the command line changes.
 *
 * @param path of the setting: {@code task.balls}
 * @param value its new one
 */
record SettingChange(String path, String value) {
    /**
     * Reads {@code task.balls=2}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static SettingChange of(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--set " + text + ": write PATH=VALUE, such as task.balls=2");
        }
        return new SettingChange(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
