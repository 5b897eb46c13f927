#import "AftercareAlarms.h"

#import <UIKit/UIKit.h>
#import <UserNotifications/UserNotifications.h>

static NSString *const PlanDefault = @"AftercareAlarmsPlan";
static NSString *const Category = @"reminder";
static const NSUInteger MostPending = 60;
static const int64_t WaitNanoseconds = 2 * NSEC_PER_SEC;

@interface AftercareAlarms () <UNUserNotificationCenterDelegate>
@property (nonatomic, copy, nullable) NSDictionary *tap;
@end

@implementation AftercareAlarms

+ (AftercareAlarms *)shared {
    static AftercareAlarms *shared;
    static dispatch_once_t once;
    dispatch_once(&once, ^{ shared = [AftercareAlarms new]; });
    return shared;
}

// iOS tells which notification opened the app right after launching, before Python runs.
+ (void)load {
    [NSNotificationCenter.defaultCenter
        addObserverForName:UIApplicationDidFinishLaunchingNotification object:nil queue:nil
        usingBlock:^(NSNotification *launched) {
            UNUserNotificationCenter.currentNotificationCenter.delegate = self.shared;
        }];
}

+ (NSString *)armPlan:(NSString *)text {
    NSDictionary *plan = [self objectIn:text];
    if (![plan isKindOfClass:NSDictionary.class] || ![plan[@"alarms"] isKindOfClass:NSArray.class]) {
        return @"The plan is no JSON object with alarms.";
    }
    NSArray *alarms = plan[@"alarms"];
    if (alarms.count > MostPending) {
        return @"The plan has more alarms than iOS keeps.";
    }
    UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
    [self setCategoryFromPlan:plan];
    // What stays in the plan is replaced key by key: at no moment does nothing wait.
    if (![self withdrawAllBut:alarms]) {
        return @"iOS did not answer in time.";
    }
    dispatch_group_t added = dispatch_group_create();
    __block NSString *refused = @"";
    for (NSDictionary *alarm in alarms) {
        UNNotificationRequest *request = [self requestFor:alarm];
        if (request == nil) {
            refused = @"An alarm of the plan is incomplete.";
            continue;
        }
        dispatch_group_enter(added);
        [center addNotificationRequest:request withCompletionHandler:^(NSError *error) {
            if (error != nil) {
                @synchronized (self) { refused = error.localizedDescription; }
            }
            dispatch_group_leave(added);
        }];
    }
    if (dispatch_group_wait(added, dispatch_time(DISPATCH_TIME_NOW, WaitNanoseconds)) != 0) {
        return @"iOS did not answer in time.";
    }
    [NSUserDefaults.standardUserDefaults setObject:text forKey:PlanDefault];
    @synchronized (self) { return refused; }
}

+ (NSString *)report {
    UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
    dispatch_group_t answers = dispatch_group_create();
    __block NSUInteger pending = 0;
    __block NSString *authorization = @"unknown";
    dispatch_group_enter(answers);
    [center getPendingNotificationRequestsWithCompletionHandler:^(NSArray<UNNotificationRequest *> *requests) {
        pending = requests.count;
        dispatch_group_leave(answers);
    }];
    dispatch_group_enter(answers);
    [center getNotificationSettingsWithCompletionHandler:^(UNNotificationSettings *settings) {
        authorization = [self nameOf:settings.authorizationStatus];
        dispatch_group_leave(answers);
    }];
    dispatch_group_wait(answers, dispatch_time(DISPATCH_TIME_NOW, WaitNanoseconds));
    NSString *stored = [NSUserDefaults.standardUserDefaults stringForKey:PlanDefault];
    id plan = stored == nil ? nil : [self objectIn:stored];
    return [self textOf:@{@"plan": plan ?: NSNull.null, @"pending": @(pending), @"authorization": authorization}];
}

+ (NSString *)closeKeys:(NSString *)text {
    NSArray *keys = [self objectIn:text];
    if (![keys isKindOfClass:NSArray.class]) {
        return @"The keys are no JSON array.";
    }
    [UNUserNotificationCenter.currentNotificationCenter removeDeliveredNotificationsWithIdentifiers:keys];
    return @"";
}

+ (NSString *)removeAll {
    UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
    [center removeAllPendingNotificationRequests];
    [center removeAllDeliveredNotifications];
    [NSUserDefaults.standardUserDefaults removeObjectForKey:PlanDefault];
    return @"";
}

+ (void)requestPermission {
    [UNUserNotificationCenter.currentNotificationCenter
        requestAuthorizationWithOptions:UNAuthorizationOptionAlert | UNAuthorizationOptionSound
        completionHandler:^(BOOL granted, NSError *error) {}];
}

+ (void)openSettings {
    dispatch_async(dispatch_get_main_queue(), ^{
        NSURL *page = [NSURL URLWithString:UIApplicationOpenSettingsURLString];
        if (page != nil) {
            [UIApplication.sharedApplication openURL:page options:@{} completionHandler:nil];
        }
    });
}

+ (NSString *)takeTap {
    @synchronized (self.shared) {
        NSDictionary *tap = self.shared.tap;
        self.shared.tap = nil;
        return tap == nil ? @"" : [self textOf:tap];
    }
}

+ (BOOL)withdrawAllBut:(NSArray *)alarms {
    NSMutableSet *kept = [NSMutableSet set];
    for (NSDictionary *alarm in alarms) {
        if ([alarm isKindOfClass:NSDictionary.class]) {
            [kept addObject:[self stringIn:alarm named:@"key"]];
        }
    }
    UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
    dispatch_group_t withdrawn = dispatch_group_create();
    dispatch_group_enter(withdrawn);
    [center getPendingNotificationRequestsWithCompletionHandler:^(NSArray<UNNotificationRequest *> *requests) {
        NSMutableArray *gone = [NSMutableArray array];
        for (UNNotificationRequest *request in requests) {
            if (![kept containsObject:request.identifier]) {
                [gone addObject:request.identifier];
            }
        }
        [center removePendingNotificationRequestsWithIdentifiers:gone];
        dispatch_group_leave(withdrawn);
    }];
    return dispatch_group_wait(withdrawn, dispatch_time(DISPATCH_TIME_NOW, WaitNanoseconds)) == 0;
}

#pragma mark - One alarm

+ (nullable UNNotificationRequest *)requestFor:(NSDictionary *)alarm {
    if (![alarm isKindOfClass:NSDictionary.class]) {
        return nil;
    }
    NSString *key = alarm[@"key"];
    NSNumber *fire = alarm[@"fire_ms"];
    if (![key isKindOfClass:NSString.class] || key.length == 0 || ![fire isKindOfClass:NSNumber.class]) {
        return nil;
    }
    UNMutableNotificationContent *content = [UNMutableNotificationContent new];
    content.title = [self stringIn:alarm named:@"title_private"];
    content.body = [self stringIn:alarm named:@"text_private"];
    content.threadIdentifier = [self stringIn:alarm named:@"kind"];
    content.categoryIdentifier = Category;
    content.sound = UNNotificationSound.defaultSound;
    content.userInfo = @{@"key": key, @"kind": content.threadIdentifier};
    return [UNNotificationRequest requestWithIdentifier:key content:content trigger:[self triggerFor:alarm at:fire]];
}

// Elapsed time is counted in seconds, so that no zone moves it; a wall time stays at its hour in every zone.
+ (UNNotificationTrigger *)triggerFor:(NSDictionary *)alarm at:(NSNumber *)fire {
    NSDateFormatter *format = [NSDateFormatter new];
    format.locale = [NSLocale localeWithLocaleIdentifier:@"en_US_POSIX"];
    format.dateFormat = @"yyyy-MM-dd'T'HH:mm";
    NSDate *wall = [format dateFromString:[self stringIn:alarm named:@"wall"]];
    if (wall != nil && wall.timeIntervalSinceNow > 0) {
        NSCalendarUnit parts = NSCalendarUnitYear | NSCalendarUnitMonth | NSCalendarUnitDay | NSCalendarUnitHour
            | NSCalendarUnitMinute;
        NSCalendar *gregorian = [NSCalendar calendarWithIdentifier:NSCalendarIdentifierGregorian];
        return [UNCalendarNotificationTrigger triggerWithDateMatchingComponents:[gregorian components:parts fromDate:wall]
                                                                        repeats:NO];
    }
    NSTimeInterval seconds = fire.doubleValue / 1000 - NSDate.date.timeIntervalSince1970;
    return [UNTimeIntervalNotificationTrigger triggerWithTimeInterval:MAX(1, seconds) repeats:NO];
}

// What a locked screen says where the patient lets iOS hide previews.
+ (void)setCategoryFromPlan:(NSDictionary *)plan {
    NSString *hidden = [self stringIn:plan named:@"hidden"];
    UNNotificationCategory *category =
        [UNNotificationCategory categoryWithIdentifier:Category actions:@[] intentIdentifiers:@[]
                         hiddenPreviewsBodyPlaceholder:hidden.length == 0 ? @"Reminder" : hidden
                                               options:UNNotificationCategoryOptionNone];
    [UNUserNotificationCenter.currentNotificationCenter setNotificationCategories:[NSSet setWithObject:category]];
}

#pragma mark - What iOS tells us

- (void)userNotificationCenter:(UNUserNotificationCenter *)center
       willPresentNotification:(UNNotification *)notification
         withCompletionHandler:(void (^)(UNNotificationPresentationOptions))completion {
    if (@available(iOS 14.0, *)) {
        completion(UNNotificationPresentationOptionBanner | UNNotificationPresentationOptionList
                   | UNNotificationPresentationOptionSound);
    } else {
        completion(UNNotificationPresentationOptionAlert | UNNotificationPresentationOptionSound);
    }
}

- (void)userNotificationCenter:(UNUserNotificationCenter *)center
    didReceiveNotificationResponse:(UNNotificationResponse *)response
             withCompletionHandler:(void (^)(void))completion {
    @synchronized (self) {
        self.tap = response.notification.request.content.userInfo;
    }
    completion();
}

#pragma mark - JSON

+ (nullable id)objectIn:(NSString *)text {
    NSData *data = [text dataUsingEncoding:NSUTF8StringEncoding];
    return data == nil ? nil : [NSJSONSerialization JSONObjectWithData:data options:0 error:NULL];
}

+ (NSString *)textOf:(NSDictionary *)object {
    NSData *data = [NSJSONSerialization dataWithJSONObject:object options:0 error:NULL];
    return data == nil ? @"" : [[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding];
}

+ (NSString *)stringIn:(NSDictionary *)object named:(NSString *)name {
    NSString *found = object[name];
    return [found isKindOfClass:NSString.class] ? found : @"";
}

+ (NSString *)nameOf:(UNAuthorizationStatus)status {
    switch (status) {
        case UNAuthorizationStatusNotDetermined: return @"unasked";
        case UNAuthorizationStatusDenied: return @"denied";
        default: return @"granted";
    }
}

@end
