// What AftercareAlarms.m uses of UserNotifications.
#import <Foundation/Foundation.h>
#pragma clang assume_nonnull begin
typedef NSUInteger UNAuthorizationOptions;
enum { UNAuthorizationOptionSound=2, UNAuthorizationOptionAlert=4 };
typedef enum : NSInteger { UNAuthorizationStatusNotDetermined, UNAuthorizationStatusDenied, UNAuthorizationStatusAuthorized } UNAuthorizationStatus;
typedef NSUInteger UNNotificationPresentationOptions;
enum { UNNotificationPresentationOptionSound=2, UNNotificationPresentationOptionAlert=4, UNNotificationPresentationOptionList=8, UNNotificationPresentationOptionBanner=16, UNNotificationCategoryOptionNone=0 };
@interface UNNotificationTrigger : NSObject
@end

@interface UNTimeIntervalNotificationTrigger : UNNotificationTrigger
+ (instancetype)triggerWithTimeInterval:(NSTimeInterval)t repeats:(BOOL)r;
@end

@interface UNCalendarNotificationTrigger : UNNotificationTrigger
+ (instancetype)triggerWithDateMatchingComponents:(NSDateComponents*)c repeats:(BOOL)r;
@end

@interface UNNotificationSound : NSObject
@property (class, readonly) UNNotificationSound *defaultSound;
@end

@interface UNNotificationContent : NSObject
@property (readonly) NSDictionary *userInfo;
@end

@interface UNMutableNotificationContent : UNNotificationContent
@property NSString *title, *body, *threadIdentifier, *categoryIdentifier;
@property (nullable) UNNotificationSound *sound;
@property NSDictionary *userInfo;
@end

@interface UNNotificationRequest : NSObject
@property (readonly) NSString *identifier;
@property (readonly) UNNotificationContent *content;
+ (instancetype)requestWithIdentifier:(NSString*)i content:(UNNotificationContent*)c trigger:(nullable UNNotificationTrigger*)t;
@end

@interface UNNotification : NSObject
@property (readonly) UNNotificationRequest *request;
@end

@interface UNNotificationResponse : NSObject
@property (readonly) UNNotification *notification;
@end

@interface UNNotificationSettings : NSObject
@property (readonly) UNAuthorizationStatus authorizationStatus;
@end

@interface UNNotificationCategory : NSObject
+ (instancetype)categoryWithIdentifier:(NSString*)i actions:(NSArray*)a intentIdentifiers:(NSArray*)n hiddenPreviewsBodyPlaceholder:(NSString*)h options:(NSUInteger)o;
@end

@protocol UNUserNotificationCenterDelegate <NSObject>
@end

@interface UNUserNotificationCenter : NSObject
@property (class, readonly) UNUserNotificationCenter *currentNotificationCenter;
@property (weak, nullable) id<UNUserNotificationCenterDelegate> delegate;
- (void)requestAuthorizationWithOptions:(UNAuthorizationOptions)o completionHandler:(void(^)(BOOL g, NSError *_Nullable e))h;
- (void)setNotificationCategories:(NSSet<UNNotificationCategory*>*)c;
- (void)getNotificationSettingsWithCompletionHandler:(void(^)(UNNotificationSettings*))h;
- (void)addNotificationRequest:(UNNotificationRequest*)r withCompletionHandler:(nullable void(^)(NSError *_Nullable e))h;
- (void)getPendingNotificationRequestsWithCompletionHandler:(void(^)(NSArray<UNNotificationRequest*>*))h;
- (void)removePendingNotificationRequestsWithIdentifiers:(NSArray<NSString*>*)i;
- (void)removeAllPendingNotificationRequests;
- (void)removeDeliveredNotificationsWithIdentifiers:(NSArray<NSString*>*)i;
- (void)removeAllDeliveredNotifications;
@end
#pragma clang assume_nonnull end
