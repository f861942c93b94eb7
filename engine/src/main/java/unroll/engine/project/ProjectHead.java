package unroll.engine.project;

import unroll.engine.setting.Setting;

/**
 * The format and name of a project file, which it begins with.
 *
 * @param format which kind of project, and which edition of it
 * @param name what its experiment is called
 */
record ProjectHead(
        @Setting(label = "Format", help = "Which kind of project, and which edition of it.")
        String format,

        @Setting(label = "Name", help = "What its experiment is called.")
        String name) {}
