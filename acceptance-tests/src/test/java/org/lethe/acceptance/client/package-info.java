/** How the clients connect. */
@NullMarked
package org.lethe.acceptance.client;

import org.jspecify.annotations.NullMarked;
