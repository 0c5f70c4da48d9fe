/** Self-signed certificates of this machine, for the gateway, the inbox and OpenDSR. */
@NullMarked
package org.lethe.stack.certificate;

import org.jspecify.annotations.NullMarked;
