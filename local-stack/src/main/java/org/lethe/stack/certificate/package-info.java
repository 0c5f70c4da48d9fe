/** Self-signed certificates of this machine, for the gateway and the inbox. */
@NullMarked
package org.lethe.stack.certificate;

import org.jspecify.annotations.NullMarked;
