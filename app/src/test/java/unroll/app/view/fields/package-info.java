@NullMarked
package unroll.app.view.fields;

import org.jspecify.annotations.NullMarked;
