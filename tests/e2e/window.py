"""The real app in a real window, as its own process; it prints a line for each thing that happens to it."""
from __future__ import annotations

import logging
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(home: str, seconds: str) -> None:
    """Open the app on a data folder and close it after so many seconds."""
    sys.path.insert(0, str(ROOT))
    from screens.start import prepare_kivy

    prepare_kivy(Path(home))
    from kivy.clock import Clock

    from screens.app import AftercareApp
    from screens.widgets import a11y

    def shown() -> None:
        print("SHOWN", app.router.name, "|".join(c.name for c in a11y.controls(app.shell)[:4]), flush=True)
        Clock.schedule_once(lambda *_: app.stop(), float(seconds))

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            print("LOG", record.getMessage(), flush=True)

    logging.getLogger("aftercare").addHandler(Told())
    app = AftercareApp(Path(home), on_first_frame=shown)
    app.run()
    print("CLOSED", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
