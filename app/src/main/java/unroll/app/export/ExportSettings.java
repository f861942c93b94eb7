package unroll.app.export;

import unroll.engine.setting.Setting;

/**
 * What a person chooses of the file that a view becomes.
 *
 * @param format its kind, with the settings of such a file
 */
record ExportSettings(
        @Setting(label = "Format", help = "What kind of file the view becomes.", initial = "png")
        ExportFormat format) {}
