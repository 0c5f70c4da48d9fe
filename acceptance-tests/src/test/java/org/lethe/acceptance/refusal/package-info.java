/** Every endpoint and socket, as the suite itself lists them, refuses what it must refuse. */
@NullMarked
package org.lethe.acceptance.refusal;

import org.jspecify.annotations.NullMarked;
