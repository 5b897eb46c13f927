#import <Foundation/Foundation.h>

NS_ASSUME_NONNULL_BEGIN

/// Hands planned alarms to iOS, which shows them by itself. JSON in, JSON or a reason out; nothing is thrown.
/// The calls wait for iOS, two seconds at most, and may come from any thread.
@interface AftercareAlarms : NSObject

/// Replace all pending alarms by those of a plan. Returns @"" or the reason for a failure.
+ (NSString *)armPlan:(NSString *)plan;

/// {"plan": the plan that was armed last, "pending": how many wait, "authorization": "granted|denied|unasked|unknown"}
+ (NSString *)report;

/// Take delivered notifications of these keys (a JSON array of texts) off the display.
+ (NSString *)closeKeys:(NSString *)keys;

/// Remove everything that waits or is on display, and the stored plan.
+ (NSString *)removeAll;

/// Let iOS ask for permission, once in the app's life. Returns at once; ask `report` for the answer.
+ (void)requestPermission;

/// Open the app's page in the settings, where the patient allows notifications. Returns at once.
+ (void)openSettings;

/// {"key": ..., "kind": ...} of the notification that opened the app, once; @"" when there is none.
+ (NSString *)takeTap;

@end

NS_ASSUME_NONNULL_END
