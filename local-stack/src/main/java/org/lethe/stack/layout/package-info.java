/** Where the suite's parts lie and listen, and the description of what runs. */
@NullMarked
package org.lethe.stack.layout;

import org.jspecify.annotations.NullMarked;
