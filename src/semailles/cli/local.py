"""What the server of local mode calls. It ends with the command that started it, however that one ends."""

import os
import threading
import time

from django.core.wsgi import get_wsgi_application

PAUSE = 0.5  # seconds between two looks


def end_with(parent: int) -> None:
    """A server that nobody holds any more would keep its port and the workspace."""
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os._exit(0)


threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
application = get_wsgi_application()
