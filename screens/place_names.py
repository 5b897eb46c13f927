"""Where each place stands."""
from __future__ import annotations

# Imported when they are first visited: the first frame needs one of them.
PLACES = {
    "welcome": "screens.places_entry:WelcomePlace",
    "add-session": "screens.places_entry:AddSessionPlace",
    "today": "screens.places_plan:TodayPlace",
    "timeline": "screens.places_plan:TimelinePlace",
    "more": "screens.places_aside:MorePlace",
    "alerts": "screens.places_aside:AlertsPlace",
    "help": "screens.places_aside:HelpPlace",
    "trouble": "screens.places_aside:TroublePlace",
    "check-in": "screens.places_check_in:CheckInPlace",
    "result": "screens.places_result:ResultPlace",
    "diary": "screens.places_diary:DiaryPlace",
    "self-check": "screens.places_prepare:SelfCheckPlace",
    "my-list": "screens.places_prepare:MyListPlace",
    "steps": "screens.places_prepare:StepsPlace",
    "treatment": "screens.places_prepare:TreatmentPlace",
    "photo-guide": "screens.places_guide:GuidePlace",
    "photo": "screens.places_photos:PhotoPlace",
    "compare": "screens.places_photos:ComparePlace",
    "photo-outline": "screens.places_photos:OutlinePlace",
    "can-i": "screens.places_can_i:CanIPlace",
    "learn": "screens.places_learn:LearnPlace",
    "article": "screens.places_learn:ArticlePlace",
    "lock": "screens.places_lock:LockPlace",
    "app-lock": "screens.places_lock:LockSetupPlace",
    "backup": "screens.places_data:BackupPlace",
    "open-backup": "screens.places_restore:RestorePlace",
    "rescue": "screens.places_rescue:RescuePlace",
    "erase": "screens.places_data:ErasePlace",
}
