// What AftercareAlarms.m uses of UIKit.
#import <Foundation/Foundation.h>
extern NSString * _Nonnull const UIApplicationDidFinishLaunchingNotification;
extern NSString * _Nonnull const UIApplicationOpenSettingsURLString;
@interface UIApplication : NSObject
+ (UIApplication * _Nonnull)sharedApplication;
- (void)openURL:(NSURL * _Nonnull)url options:(NSDictionary * _Nonnull)options
    completionHandler:(void (^ _Nullable)(BOOL opened))completion;
@end
